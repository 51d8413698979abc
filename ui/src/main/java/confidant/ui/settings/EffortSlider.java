package confidant.ui.settings;

import confidant.ui.common.Texts;
import confidant.ui.port.Effort;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How long the model reasons: three stops and the name of the one chosen. */
public final class EffortSlider extends HBox {

  public EffortSlider(SettingsViewModel settings, Texts texts) {
    getStyleClass().add("effort");
    setAlignment(Pos.CENTER_LEFT);
    List<Effort> stops = List.of(Effort.values());
    Slider slider = new Slider(0, stops.size() - 1, stops.indexOf(settings.effortProperty().get()));
    slider.setId("effort");
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setBlockIncrement(1);
    slider.setSnapToTicks(true);
    slider.setTooltip(new Tooltip(texts.get("effort.help")));

    Label title = new Label(texts.get("effort.name"));
    title.getStyleClass().add("effort-title");
    title.setLabelFor(slider);
    Label chosen = new Label();
    chosen.setId("effort-name");
    ObservableValue<String> word = settings.effortProperty().map(effort -> word(effort, texts));
    chosen.textProperty().bind(word);
    slider.accessibleTextProperty().bind(word.map(text -> texts.get("effort.accessible", text)));
    for (Label label : new Label[] {title, chosen}) {
      label.setMinWidth(Region.USE_PREF_SIZE);
    }

    settings.effortProperty().subscribe(effort -> slider.setValue(stops.indexOf(effort)));
    // Between two stops while the knob is dragged: the nearer one counts.
    slider
        .valueProperty()
        .subscribe(
            (_, now) ->
                settings.effortProperty().set(stops.get((int) Math.round(now.doubleValue()))));
    getChildren().addAll(title, slider, chosen);
  }

  private static String word(Effort effort, Texts texts) {
    return texts.get("effort." + effort.name().toLowerCase(Locale.ROOT));
  }
}
