package confidant.ui.models;

import atlantafx.base.theme.Styles;
import confidant.ui.common.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A model that was found: what it is, where it lies, and its use or why there is none. */
final class FoundModelRow extends HBox {

  FoundModelRow(FoundModel model, Texts texts, Runnable use) {
    getStyleClass().add("found-model");
    setAlignment(Pos.CENTER_LEFT);
    Label name = new Label(model.name());
    name.getStyleClass().add("setting-name");
    Label detail = new Label(model.detail());
    Label place = new Label(model.path().toString());
    Label obstacle = new Label(model.obstacle());
    obstacle.getStyleClass().add("found-obstacle");
    VBox words = new VBox(name, detail, place);
    if (!model.works()) {
      words.getChildren().add(obstacle);
    }
    for (Label label : new Label[] {name, detail, place, obstacle}) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    detail.getStyleClass().add("setting-text");
    place.getStyleClass().add("setting-text");
    setHgrow(words, Priority.ALWAYS);
    getChildren().add(words);
    if (model.works()) {
      Button button = new Button(texts.get("models.use"));
      button.getStyleClass().addAll(Styles.ACCENT, "use-found");
      button.setAccessibleText(texts.get("models.use-named", model.name()));
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(_ -> use.run());
      getChildren().add(button);
    }
  }
}
