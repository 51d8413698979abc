package confidant.ui.settings;

import confidant.ui.common.Overlay;
import confidant.ui.common.Texts;
import confidant.ui.port.Language;
import confidant.ui.port.Motion;
import confidant.ui.port.Theme;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.util.StringConverter;

/** The settings, a handful, each explained in a sentence; all take effect at once. */
public final class SettingsView extends Overlay {
  private final Texts texts;

  public SettingsView(SettingsViewModel settings, Texts texts) {
    super(
        "settings",
        texts.get("settings.title"),
        texts.get("overlay.close"),
        settings.openProperty(),
        settings::close);
    this.texts = texts;
    body()
        .getChildren()
        .addAll(
            section("settings.look"),
            choice("theme", List.of(Theme.values()), settings.themeProperty(), this::word),
            choice(
                "text",
                SettingsViewModel.TEXT_SIZES,
                settings.textPercentProperty().asObject(),
                percent -> texts.get("settings.percent", percent)),
            check("contrast", settings.highContrastProperty()),
            choice("motion", List.of(Motion.values()), settings.motionProperty(), this::word),
            choice("language", List.of(Language.values()), settings.languageProperty(), this::word),
            section("settings.answers"),
            check("reasoning", settings.showReasoningProperty()),
            choice(
                "context",
                SettingsViewModel.CONTEXTS,
                settings.contextTokensProperty().asObject(),
                this::context),
            check("cores", settings.halfCoresProperty()));
    Label kept = new Label(texts.get("settings.kept"));
    kept.getStyleClass().add("setting-text");
    kept.setWrapText(true);
    body().getChildren().add(kept);
  }

  private Node section(String key) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().add("overlay-section");
    return label;
  }

  private SettingRow check(String key, BooleanProperty value) {
    CheckBox box = new CheckBox();
    box.setId("setting-" + key);
    box.selectedProperty().bindBidirectional(value);
    return row(key, box);
  }

  private <T> SettingRow choice(
      String key, List<T> choices, Property<T> value, Function<T, String> word) {
    ComboBox<T> box = new ComboBox<>();
    box.setId("setting-" + key);
    box.getItems().setAll(choices);
    box.setVisibleRowCount(choices.size());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T choice) {
            return choice == null ? "" : word.apply(choice);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    box.setValue(value.getValue());
    value.subscribe(now -> box.setValue(now));
    box.valueProperty().subscribe((_, now) -> value.setValue(now));
    return row(key, box);
  }

  private SettingRow row(String key, Control control) {
    return new SettingRow(
        texts.get("settings." + key), texts.get("settings." + key + "-help"), control);
  }

  private String word(Enum<?> choice) {
    String kind = choice.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
    return texts.get("settings." + kind + "-" + choice.name().toLowerCase(Locale.ROOT));
  }

  private String context(int tokens) {
    return tokens == 0 ? texts.get("settings.context-auto") : texts.get("settings.tokens", tokens);
  }
}
