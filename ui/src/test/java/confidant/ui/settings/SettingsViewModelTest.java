package confidant.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ui.fake.FakeSettingsPort;
import confidant.ui.port.Effort;
import confidant.ui.port.Theme;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {
  private final FakeSettingsPort port = new FakeSettingsPort(Effort.HIGH, true);
  private final SettingsViewModel settings = new SettingsViewModel(port);

  @Test
  void beginsWithWhatWasRemembered() {
    assertEquals(Effort.HIGH, settings.effortProperty().get());
    assertTrue(settings.darkProperty().get());
    assertFalse(settings.halfCoresProperty().get());
  }

  @Test
  void remembersEveryChange() {
    settings.effortProperty().set(Effort.LOW);
    settings.themeProperty().set(Theme.LIGHT);
    settings.halfCoresProperty().set(true);
    assertEquals(Effort.LOW, port.effort());
    assertEquals(Theme.LIGHT, port.theme());
    assertTrue(port.halfCores());
  }
}
