package confidant.ui.settings;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/**
 * What the operating system says about every program's look.
 *
 * @param dark whether windows are dark
 * @param reducedMotion whether little should move
 */
public record SystemPreferences(
    ObservableValue<Boolean> dark, ObservableValue<Boolean> reducedMotion) {

  /** A light system that lets things move and never changes its mind. */
  public static SystemPreferences plain() {
    return new SystemPreferences(
        new SimpleBooleanProperty(false), new SimpleBooleanProperty(false));
  }
}
