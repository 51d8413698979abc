package confidant.ui.settings;

import confidant.ui.common.Texts;
import confidant.ui.port.Effort;
import confidant.ui.port.Outlook;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * How long the model reasons: three stops, the name of the one chosen, and how long an answer takes
 * with it on this computer.
 */
public final class EffortSlider extends HBox {

  /**
   * @param outlook tells how long an answer takes
   */
  public EffortSlider(SettingsViewModel settings, ObservableValue<Outlook> outlook, Texts texts) {
    getStyleClass().add("effort");
    setAlignment(Pos.CENTER_LEFT);
    EffortWords words = new EffortWords(texts);
    List<Effort> stops = List.of(Effort.values());
    Slider slider = new Slider(0, stops.size() - 1, stops.indexOf(settings.effortProperty().get()));
    slider.setId("effort");
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setBlockIncrement(1);
    slider.setSnapToTicks(true);
    Tooltip help = new Tooltip();
    help.textProperty()
        .bind(
            outlook.map(
                now ->
                    stops.stream()
                        .map(effort -> words.both(effort, now))
                        .collect(Collectors.joining("\n", texts.get("effort.help") + "\n", ""))));
    slider.setTooltip(help);

    Label title = new Label(texts.get("effort.name"));
    title.getStyleClass().add("effort-title");
    title.setLabelFor(slider);
    Label chosen = new Label();
    chosen.setId("effort-name");
    chosen.textProperty().bind(settings.effortProperty().map(words::name));
    Label duration = new Label();
    duration.setId("effort-duration");
    duration
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words.duration(settings.effortProperty().get(), outlook.getValue()),
                settings.effortProperty(),
                outlook));
    slider
        .accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    texts.get(
                        "effort.accessible",
                        words.both(settings.effortProperty().get(), outlook.getValue())),
                settings.effortProperty(),
                outlook));
    for (Label label : new Label[] {title, chosen, duration}) {
      label.setMinWidth(Region.USE_PREF_SIZE);
    }
    VBox both = new VBox(chosen, duration);
    both.getStyleClass().add("effort-words");
    both.setAlignment(Pos.CENTER_LEFT);

    settings.effortProperty().subscribe(effort -> slider.setValue(stops.indexOf(effort)));
    // Between two stops while the knob is dragged: the nearer one counts.
    slider
        .valueProperty()
        .subscribe(
            (_, now) ->
                settings.effortProperty().set(stops.get((int) Math.round(now.doubleValue()))));
    getChildren().addAll(title, slider, both);
  }
}
