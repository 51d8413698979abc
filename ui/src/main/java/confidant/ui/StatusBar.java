package confidant.ui;

import confidant.ui.common.Texts;
import confidant.ui.settings.HalfCoresSwitch;
import confidant.ui.settings.SettingsViewModel;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One quiet line: the promise of privacy, and how answers are made. */
final class StatusBar extends HBox {

  StatusBar(SettingsViewModel settings, Texts texts) {
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label promise = new Label(texts.get("status.private"));
    Region space = new Region();
    setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(promise, space, new HalfCoresSwitch(settings, texts));
  }
}
