package confidant.ui.paper;

import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import confidant.ui.port.PaperPort.Source;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** How many figures of an answer stand in the papers. */
public final class FigureSummary extends Label {
  private static final PseudoClass DOUBT = PseudoClass.getPseudoClass("doubt");

  private final Texts texts;
  private final ChangeListener<List<Source>> listener = (_, _, sources) -> show(sources);

  public FigureSummary(AnswerFigures figures, Texts texts) {
    this.texts = texts;
    getStyleClass().add("figure-summary");
    setWrapText(true);
    setMinHeight(Region.USE_PREF_SIZE);
    setTooltip(new Tooltip(texts.get("figure.summary-help")));
    // What was found outlives the view, which must not be kept by it.
    figures.sourcesProperty().addListener(new WeakChangeListener<>(listener));
    show(figures.sourcesProperty().get());
    Shown.when(textProperty().isNotEmpty(), this);
  }

  private void show(List<Source> sources) {
    long standing = AnswerFigures.standing(sources);
    long missing = AnswerFigures.missing(sources);
    if (standing + missing == 0) {
      setText("");
    } else {
      setText(
          missing == 0
              ? texts.get("figure.all-stand", standing)
              : texts.get("figure.some-missing", standing, missing));
    }
    setAccessibleText(getText());
    pseudoClassStateChanged(DOUBT, missing > 0);
  }
}
