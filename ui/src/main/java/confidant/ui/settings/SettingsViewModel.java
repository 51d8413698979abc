package confidant.ui.settings;

import confidant.ui.port.Effort;
import confidant.ui.port.SettingsPort;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What is remembered, as properties; every change goes through the port at once. */
public final class SettingsViewModel {
  private final ObjectProperty<Effort> effort;
  private final BooleanProperty dark;
  private final BooleanProperty halfCores;
  private final BooleanProperty showReasoning;

  public SettingsViewModel(SettingsPort port) {
    effort = new SimpleObjectProperty<>(port.effort());
    dark = new SimpleBooleanProperty(port.dark());
    halfCores = new SimpleBooleanProperty(port.halfCores());
    showReasoning = new SimpleBooleanProperty(port.showReasoning());
    effort.subscribe((_, now) -> port.setEffort(now));
    dark.subscribe((_, now) -> port.setDark(now));
    halfCores.subscribe((_, now) -> port.setHalfCores(now));
    showReasoning.subscribe((_, now) -> port.setShowReasoning(now));
  }

  public ObjectProperty<Effort> effortProperty() {
    return effort;
  }

  public BooleanProperty darkProperty() {
    return dark;
  }

  public BooleanProperty halfCoresProperty() {
    return halfCores;
  }

  public BooleanProperty showReasoningProperty() {
    return showReasoning;
  }
}
