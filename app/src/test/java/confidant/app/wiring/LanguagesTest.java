package confidant.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ui.port.Language;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.LOCALE)
class LanguagesTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @Test
  void theComputersCountryIsKeptWhereItSpeaksTheLanguage() {
    Locale.setDefault(Locale.of("de", "CH"));
    Languages swiss = new Languages();
    assertEquals(Locale.of("de", "CH"), swiss.locale(Language.GERMAN));
    assertEquals(Locale.ENGLISH, swiss.locale(Language.ENGLISH));
    assertEquals(Locale.of("de", "CH"), swiss.locale(Language.SYSTEM));
  }

  @Test
  void theWayBackToTheComputersLanguageIsKnown() {
    Locale.setDefault(Locale.FRANCE);
    Languages french = new Languages();
    french.use(Language.GERMAN);
    assertEquals(Locale.GERMAN, Locale.getDefault());
    french.use(Language.SYSTEM);
    assertEquals(Locale.FRANCE, Locale.getDefault());
  }
}
