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

/**
 * The window's words in one language, with that language's numbers. {@link
 * java.util.ResourceBundle} would put the computer's own language before English where a language
 * is missing, so the two files are read here.
 */
public final class Texts {
  private final Locale locale;
  private final Properties words = new Properties();

  /** Words in the language of {@code locale}, English if that is not there. */
  public Texts(Locale locale) {
    this.locale = locale;
    load("texts.properties");
    load("texts_" + locale.getLanguage() + ".properties");
  }

  private void load(String resource) {
    try (InputStream bytes = Texts.class.getResourceAsStream(resource)) {
      if (bytes != null) {
        Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8);
        words.load(reader);
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
    return new MessageFormat(pattern, locale).format(values);
  }
}
