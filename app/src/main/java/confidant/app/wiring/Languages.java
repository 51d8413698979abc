package confidant.app.wiring;

import confidant.ui.port.Language;
import java.util.Locale;

/** Languages as locales; the one in use is the program's default for numbers and answers, too. */
final class Languages {
  private final Locale system = Locale.getDefault();

  /** The locale for {@code language}; the computer's country is kept where it speaks it. */
  Locale locale(Language language) {
    return switch (language) {
      case SYSTEM -> system;
      case ENGLISH -> inCountry(Locale.ENGLISH);
      case GERMAN -> inCountry(Locale.GERMAN);
    };
  }

  private Locale inCountry(Locale language) {
    return system.getLanguage().equals(language.getLanguage()) ? system : language;
  }

  /** Makes {@code language} the program's. */
  void use(Language language) {
    Locale.setDefault(locale(language));
  }
}
