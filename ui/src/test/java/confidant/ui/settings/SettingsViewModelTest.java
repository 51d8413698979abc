package confidant.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ui.fake.FakeSettingsPort;
import confidant.ui.port.Effort;
import confidant.ui.port.Language;
import confidant.ui.port.Motion;
import confidant.ui.port.Theme;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {
  private final FakeSettingsPort port = new FakeSettingsPort(Effort.HIGH, true);
  private final BooleanProperty systemDark = new SimpleBooleanProperty();
  private final BooleanProperty systemCalm = new SimpleBooleanProperty();
  private final SettingsViewModel settings =
      new SettingsViewModel(port, new SystemPreferences(systemDark, systemCalm));

  @Test
  void beginsWithWhatWasRemembered() {
    assertEquals(Effort.HIGH, settings.effortProperty().get());
    assertTrue(settings.darkProperty().get());
    assertFalse(settings.halfCoresProperty().get());
    assertFalse(settings.showReasoningProperty().get());
    assertEquals(100, settings.textPercentProperty().get());
  }

  @Test
  void remembersEveryChange() {
    settings.effortProperty().set(Effort.LOW);
    settings.themeProperty().set(Theme.LIGHT);
    settings.halfCoresProperty().set(true);
    settings.textPercentProperty().set(175);
    settings.highContrastProperty().set(true);
    settings.motionProperty().set(Motion.REDUCED);
    settings.languageProperty().set(Language.GERMAN);
    settings.showReasoningProperty().set(true);
    settings.contextTokensProperty().set(8192);
    assertEquals(Effort.LOW, port.effort());
    assertEquals(Theme.LIGHT, port.theme());
    assertTrue(port.halfCores());
    assertEquals(175, port.textPercent());
    assertTrue(port.highContrast());
    assertEquals(Motion.REDUCED, port.motion());
    assertEquals(Language.GERMAN, port.language());
    assertEquals(Locale.GERMAN, settings.locale());
    assertTrue(port.showReasoning());
    assertEquals(8192, port.contextTokens());
  }

  @Test
  void followsTheSystemsLookUntilThePersonChoosesOne() {
    settings.themeProperty().set(Theme.SYSTEM);
    assertFalse(settings.darkProperty().get());
    systemDark.set(true);
    assertTrue(settings.darkProperty().get());
    settings.switchDark();
    assertEquals(Theme.LIGHT, port.theme());
    systemDark.set(false);
    systemDark.set(true);
    assertFalse(settings.darkProperty().get(), "the person's choice stays");
  }

  @Test
  void littleMovesWhereTheSystemOrThePersonSaysSo() {
    assertFalse(settings.reducedMotionProperty().get());
    systemCalm.set(true);
    assertTrue(settings.reducedMotionProperty().get());
    settings.motionProperty().set(Motion.FULL);
    assertFalse(settings.reducedMotionProperty().get());
    systemCalm.set(false);
    settings.motionProperty().set(Motion.REDUCED);
    assertTrue(settings.reducedMotionProperty().get());
  }

  @Test
  void textGrowsAndShrinksByStepsAndNoFurther() {
    settings.enlargeText();
    assertEquals(115, port.textPercent());
    for (int i = 0; i < 10; i++) {
      settings.enlargeText();
    }
    assertEquals(200, port.textPercent());
    for (int i = 0; i < 10; i++) {
      settings.reduceText();
    }
    assertEquals(85, port.textPercent());
    settings.resetText();
    assertEquals(100, port.textPercent());
  }
}
