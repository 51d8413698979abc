package confidant.ui.paper;

import confidant.ui.port.PaperPort.Kind;
import confidant.ui.port.PaperPort.Source;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The figures of one answer, looked up in the papers it is about. */
public final class AnswerFigures {
  private final ReadOnlyObjectWrapper<List<Source>> sources =
      new ReadOnlyObjectWrapper<>(List.of());
  private String text = "";

  /** Whether {@code text} is another one than was looked up before. */
  boolean begin(String newText) {
    boolean another = !newText.equals(text);
    text = newText;
    return another;
  }

  /** Takes what was found in {@code ofText}, unless there is another text by now. */
  void finish(String ofText, List<Source> found) {
    if (ofText.equals(text)) {
      sources.set(found);
    }
  }

  /** Where the figures come from, in the order of the answer. */
  public ReadOnlyObjectProperty<List<Source>> sourcesProperty() {
    return sources.getReadOnlyProperty();
  }

  /** How many of {@code sources} are figures that stand in a paper. */
  static long standing(List<Source> sources) {
    return sources.stream()
        .filter(source -> source.kind() == Kind.FIGURE && !source.places().isEmpty())
        .count();
  }

  /** How many of {@code sources} are figures that stand in none of the papers. */
  static long missing(List<Source> sources) {
    return sources.stream()
        .filter(source -> source.kind() == Kind.FIGURE && source.places().isEmpty())
        .count();
  }
}
