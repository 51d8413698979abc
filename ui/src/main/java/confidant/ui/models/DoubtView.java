package confidant.ui.models;

import atlantafx.base.theme.Styles;
import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import confidant.ui.models.ModelsViewModel.Doubtful;
import confidant.ui.port.ModelPort.Verdict;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The question before a model is loaded for which there is too little memory. */
final class DoubtView extends VBox {
  private final Texts texts;
  private final Label verdict = new Label();
  private final Label figures = new Label();
  private final Button smaller = new Button();
  private final Button anyway = new Button();

  DoubtView(ModelsViewModel models, Texts texts) {
    this.texts = texts;
    setId("doubt");
    getStyleClass().add("doubt");
    verdict.setId("doubt-verdict");
    verdict.getStyleClass().add("setting-name");
    figures.setId("doubt-figures");
    figures.getStyleClass().add("setting-text");
    for (Label label : new Label[] {verdict, figures}) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    smaller.setId("load-smaller");
    smaller.getStyleClass().add(Styles.ACCENT);
    smaller.setOnAction(_ -> models.loadSmaller());
    anyway.setId("load-anyway");
    anyway.setText(texts.get("need.anyway"));
    anyway.setAccessibleText(anyway.getText());
    anyway.setOnAction(_ -> models.loadAnyway());
    Button cancel = new Button(texts.get("need.cancel"));
    cancel.setId("load-not");
    cancel.setAccessibleText(cancel.getText());
    cancel.setOnAction(_ -> models.forgetChoice());
    FlowPane buttons = new FlowPane(smaller, anyway, cancel);
    buttons.getStyleClass().add("doubt-buttons");
    buttons.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(verdict, figures, buttons);
    Shown.when(models.doubtfulProperty().map(_ -> true).orElse(false), this);
    Shown.when(models.doubtfulProperty().map(DoubtView::canBeSmaller).orElse(false), smaller);
    models.doubtfulProperty().subscribe(this::show);
  }

  private static boolean canBeSmaller(Doubtful model) {
    return model.need().verdict() == Verdict.SMALLER_CONTEXT;
  }

  private void show(@Nullable Doubtful model) {
    if (model == null) {
      return;
    }
    verdict.setText(NeedText.verdict(model.name(), model.need(), texts));
    figures.setText(
        NeedText.parts(model.need(), texts) + " " + NeedText.supply(model.need(), texts));
    smaller.setText(texts.get("need.load-smaller", model.need().smallerContext()));
    smaller.setAccessibleText(smaller.getText());
    (canBeSmaller(model) ? smaller : anyway).requestFocus();
  }
}
