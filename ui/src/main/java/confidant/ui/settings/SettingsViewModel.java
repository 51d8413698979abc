package confidant.ui.settings;

import confidant.ui.port.Effort;
import confidant.ui.port.Language;
import confidant.ui.port.Motion;
import confidant.ui.port.SettingsPort;
import confidant.ui.port.Theme;
import confidant.ui.port.WindowPlace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What is remembered, as properties; every change goes through the port at once. */
public final class SettingsViewModel {
  /** Sizes of text that can be chosen, in percent of the usual one. */
  public static final List<Integer> TEXT_SIZES = List.of(85, 100, 115, 130, 150, 175, 200);

  /** The size that is usual. */
  public static final int USUAL_TEXT = 100;

  /** Sizes of the context that can be chosen, in tokens; 0 leaves it to the program. */
  public static final List<Integer> CONTEXTS =
      List.of(0, 4_096, 8_192, 16_384, 32_768, 65_536, 131_072);

  private final SettingsPort port;
  private final ObjectProperty<Effort> effort;
  private final ObjectProperty<Theme> theme;
  private final IntegerProperty textPercent;
  private final BooleanProperty highContrast;
  private final ObjectProperty<Motion> motion;
  private final ObjectProperty<Language> language;
  private final BooleanProperty showReasoning;
  private final BooleanProperty halfCores;
  private final IntegerProperty contextTokens;
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper reducedMotion = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

  /** Settings on a system that never changes its look. */
  public SettingsViewModel(SettingsPort port) {
    this(port, SystemPreferences.plain());
  }

  public SettingsViewModel(SettingsPort port, SystemPreferences system) {
    this.port = port;
    effort = new SimpleObjectProperty<>(port.effort());
    theme = new SimpleObjectProperty<>(port.theme());
    textPercent = new SimpleIntegerProperty(port.textPercent());
    highContrast = new SimpleBooleanProperty(port.highContrast());
    motion = new SimpleObjectProperty<>(port.motion());
    language = new SimpleObjectProperty<>(port.language());
    showReasoning = new SimpleBooleanProperty(port.showReasoning());
    halfCores = new SimpleBooleanProperty(port.halfCores());
    contextTokens = new SimpleIntegerProperty(port.contextTokens());
    dark.bind(
        Bindings.createBooleanBinding(
            () ->
                theme.get() == Theme.SYSTEM ? system.dark().getValue() : theme.get() == Theme.DARK,
            theme,
            system.dark()));
    reducedMotion.bind(
        Bindings.createBooleanBinding(
            () ->
                motion.get() == Motion.SYSTEM
                    ? system.reducedMotion().getValue()
                    : motion.get() == Motion.REDUCED,
            motion,
            system.reducedMotion()));
    effort.subscribe((_, now) -> port.setEffort(now));
    theme.subscribe((_, now) -> port.setTheme(now));
    textPercent.subscribe((_, now) -> port.setTextPercent(now.intValue()));
    highContrast.subscribe((_, now) -> port.setHighContrast(now));
    motion.subscribe((_, now) -> port.setMotion(now));
    language.subscribe((_, now) -> port.setLanguage(now));
    showReasoning.subscribe((_, now) -> port.setShowReasoning(now));
    halfCores.subscribe((_, now) -> port.setHalfCores(now));
    contextTokens.subscribe((_, now) -> port.setContextTokens(now.intValue()));
  }

  /** Opens the page of settings. */
  public void show() {
    open.set(true);
  }

  /** Closes it. */
  public void close() {
    open.set(false);
  }

  /** Makes a dark window light and a light one dark, whatever the system says. */
  public void switchDark() {
    theme.set(dark.get() ? Theme.LIGHT : Theme.DARK);
  }

  /** The next larger text, if there is one. */
  public void enlargeText() {
    TEXT_SIZES.stream().filter(size -> size > textPercent.get()).findFirst().ifPresent(this::text);
  }

  /** The next smaller text, if there is one. */
  public void reduceText() {
    TEXT_SIZES.reversed().stream()
        .filter(size -> size < textPercent.get())
        .findFirst()
        .ifPresent(this::text);
  }

  /** Text of the usual size. */
  public void resetText() {
    text(USUAL_TEXT);
  }

  private void text(int percent) {
    textPercent.set(percent);
  }

  /** The locale that the language means. */
  public Locale locale() {
    return port.locale();
  }

  /** Where the window was when it was closed. */
  public Optional<WindowPlace> windowPlace() {
    return port.windowPlace();
  }

  /** Remembers where the window is. */
  public void rememberPlace(WindowPlace place) {
    port.setWindowPlace(place);
  }

  public ObjectProperty<Effort> effortProperty() {
    return effort;
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** Whether the window is dark at present. */
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /** Size of the text, in percent of the usual one. */
  public IntegerProperty textPercentProperty() {
    return textPercent;
  }

  public BooleanProperty highContrastProperty() {
    return highContrast;
  }

  public ObjectProperty<Motion> motionProperty() {
    return motion;
  }

  /** Whether little should move at present. */
  public ReadOnlyBooleanProperty reducedMotionProperty() {
    return reducedMotion.getReadOnlyProperty();
  }

  public ObjectProperty<Language> languageProperty() {
    return language;
  }

  /** Whether the model's unfiltered working notes are shown. */
  public BooleanProperty showReasoningProperty() {
    return showReasoning;
  }

  public BooleanProperty halfCoresProperty() {
    return halfCores;
  }

  /** Tokens of the context; 0 leaves it to the program. */
  public IntegerProperty contextTokensProperty() {
    return contextTokens;
  }

  /** Whether the page of settings is open. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }
}
