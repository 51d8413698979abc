package confidant.app.settings;

import confidant.engine.chat.ReasoningEffort;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.ui.port.Language;
import confidant.ui.port.Motion;
import confidant.ui.port.Theme;
import confidant.ui.port.WindowPlace;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings as they stand in their file: {@code effort}, {@code theme}, {@code text_percent}, {@code
 * high_contrast}, {@code motion}, {@code language}, {@code show_reasoning}, {@code half_cores},
 * {@code context}, {@code window} with {@code x}, {@code y}, {@code width}, {@code height} in
 * pixels and {@code maximized}, {@code model}. All may be missing.
 */
final class SettingsJson {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsJson.class);

  private SettingsJson() {}

  static JsonObject write(Settings settings) {
    Look look = settings.look();
    JsonValue.ObjectBuilder json =
        JsonValue.object()
            .put("effort", word(settings.effort()))
            .put("theme", word(look.theme()))
            .put("text_percent", look.textPercent())
            .put("high_contrast", look.highContrast())
            .put("motion", word(look.motion()))
            .put("language", word(settings.language()))
            .put("show_reasoning", settings.showReasoning())
            .put("half_cores", settings.halfCores());
    settings.contextTokens().ifPresent(tokens -> json.put("context", tokens));
    settings.window().ifPresent(place -> json.put("window", write(place)));
    settings.model().ifPresent(path -> json.put("model", path.toString()));
    return json.build();
  }

  private static JsonObject write(WindowPlace place) {
    return JsonValue.object()
        .put("x", place.x())
        .put("y", place.y())
        .put("width", place.width())
        .put("height", place.height())
        .put("maximized", place.maximized())
        .build();
  }

  /**
   * The settings in {@code json}.
   *
   * @throws IllegalArgumentException if a member is of the wrong kind or holds an unknown word
   */
  static Settings read(JsonObject json) {
    Settings defaults = Settings.defaults();
    return new Settings(
        word(json, "effort", ReasoningEffort.class).orElse(defaults.effort()),
        readLook(json),
        word(json, "language", Language.class).orElse(defaults.language()),
        json.bool("show_reasoning").orElse(defaults.showReasoning()),
        json.bool("half_cores").orElse(defaults.halfCores()),
        json.integer("context").filter(n -> n > 0).map(OptionalInt::of).orElse(OptionalInt.empty()),
        json.object("window").flatMap(SettingsJson::readWindow),
        json.string("model").flatMap(SettingsJson::path));
  }

  private static Look readLook(JsonObject json) {
    Look defaults = Look.defaults();
    // Versions before 0.2 knew light and dark only; light was what nobody had chosen.
    Theme before = json.bool("dark").orElse(false) ? Theme.DARK : defaults.theme();
    return new Look(
        word(json, "theme", Theme.class).orElse(before),
        json.integer("text_percent").orElse(defaults.textPercent()),
        json.bool("high_contrast").orElse(defaults.highContrast()),
        word(json, "motion", Motion.class).orElse(defaults.motion()));
  }

  private static Optional<WindowPlace> readWindow(JsonObject json) {
    Optional<Double> x = json.number("x");
    Optional<Double> y = json.number("y");
    Optional<Double> width = json.number("width");
    Optional<Double> height = json.number("height");
    if (x.isEmpty() || y.isEmpty() || width.isEmpty() || height.isEmpty()) {
      return Optional.empty();
    }
    boolean maximized = json.bool("maximized").orElse(false);
    return Optional.of(new WindowPlace(x.get(), y.get(), width.get(), height.get(), maximized));
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> Optional<E> word(
      JsonObject json, String member, Class<E> type) {
    return json.string(member).map(name -> Enum.valueOf(type, name.toUpperCase(Locale.ROOT)));
  }

  /** A name that another locale could spell is no damage; no name is no choice. */
  private static Optional<Path> path(String name) {
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      LOG.warn("The model in the settings is ignored; this locale cannot spell its name.");
      return Optional.empty();
    }
  }
}
