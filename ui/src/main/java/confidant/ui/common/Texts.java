package confidant.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The window's words in one language at a time, with that language's numbers. {@link
 * java.util.ResourceBundle} would put the computer's own language before English where a language
 * is missing, so the two files are read here.
 */
public final class Texts {
  private final ReadOnlyObjectWrapper<Locale> locale = new ReadOnlyObjectWrapper<>();
  private Properties words = new Properties();

  /** Words in the language of {@code locale}, English if that is not there. */
  public Texts(Locale locale) {
    speak(locale);
  }

  /** Goes on in another language; what was said before stays as it is. */
  public void speak(Locale next) {
    Properties read = new Properties();
    load("texts.properties", read);
    load("texts_" + next.getLanguage() + ".properties", read);
    words = read;
    locale.set(next);
  }

  /** Whose language this is. */
  public ReadOnlyObjectProperty<Locale> localeProperty() {
    return locale.getReadOnlyProperty();
  }

  private static void load(String resource, Properties into) {
    try (InputStream bytes = Texts.class.getResourceAsStream(resource)) {
      if (bytes != null) {
        Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8);
        into.load(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text under {@code key}, its places {0}, {1}… filled with {@code values}. */
  public String get(String key, Object... values) {
    String pattern = words.getProperty(key);
    if (pattern == null) {
      throw new MissingResourceException("no text " + key, Texts.class.getName(), key);
    }
    return new MessageFormat(pattern, locale.get()).format(values);
  }
}
