package confidant.ui.paper;

import confidant.ui.common.Texts;
import confidant.ui.markdown.Mark;
import confidant.ui.markdown.Mark.Look;
import confidant.ui.markdown.MarkdownView;
import confidant.ui.port.PaperPort.Kind;
import confidant.ui.port.PaperPort.Source;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;

/** Marks the figures of an answer: those that stand in a paper lead there, others are in doubt. */
public final class FigureMarks {
  private final MarkdownView answer;
  private final FiguresViewModel figures;
  private final Texts texts;

  private final ChangeListener<List<Source>> listener = (_, _, sources) -> show(sources);

  private FigureMarks(MarkdownView answer, FiguresViewModel figures, Texts texts) {
    this.answer = answer;
    this.figures = figures;
    this.texts = texts;
  }

  /** From now on {@code answer} has marks as its figures are looked up. */
  public static void follow(
      MarkdownView answer, String turnId, FiguresViewModel figures, Texts texts) {
    FigureMarks marks = new FigureMarks(answer, figures, texts);
    ReadOnlyObjectProperty<List<Source>> sources = figures.of(turnId).sourcesProperty();
    // What was found outlives the view, which must not be kept by it.
    sources.addListener(new WeakChangeListener<>(marks.listener));
    answer.getProperties().put(FigureMarks.class, marks);
    marks.show(sources.get());
  }

  private void show(List<Source> sources) {
    answer.setMarks(sources.stream().map(this::mark).toList());
  }

  private Mark mark(Source source) {
    int places = source.places().size();
    if (source.kind() == Kind.PAGE) {
      return places == 0 ? doubt(source, "figure.no-page") : link(source, texts.get("figure.page"));
    }
    return places == 0
        ? doubt(source, "figure.missing")
        : link(source, texts.get("figure.standing", source.places().getFirst().page(), places));
  }

  private Mark link(Source source, String words) {
    return new Mark(source.start(), source.end(), Look.LINK, words, () -> figures.show(source));
  }

  private Mark doubt(Source source, String key) {
    return new Mark(source.start(), source.end(), Look.DOUBT, texts.get(key), () -> {});
  }
}
