package confidant.ui.settings;

import javafx.geometry.Pos;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One setting: its name, a sentence that explains it, and the control at the right. */
final class SettingRow extends HBox {

  SettingRow(String name, String sentence, Control control) {
    getStyleClass().add("setting");
    setAlignment(Pos.CENTER_LEFT);
    Label title = new Label(name);
    title.getStyleClass().add("setting-name");
    title.setLabelFor(control);
    Label explanation = new Label(sentence);
    explanation.getStyleClass().add("setting-text");
    for (Label label : new Label[] {title, explanation}) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    control.setAccessibleText(name);
    control.setAccessibleHelp(sentence);
    control.setMinWidth(Region.USE_PREF_SIZE);
    VBox words = new VBox(title, explanation);
    setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(words, control);
  }
}
