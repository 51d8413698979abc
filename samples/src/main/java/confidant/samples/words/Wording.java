package confidant.samples.words;

import confidant.samples.chance.Dice;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of one paper: of the synonyms in a language's resource, one for each meaning.
 *
 * <p>Resources are properties in UTF-8, with {@code |} between synonyms or items of a list.
 */
public final class Wording {

  private final Properties entries;
  private final Dice dice;
  private final Map<String, String> chosen = new HashMap<>();

  public Wording(Language language, Dice dice) {
    this.entries = load(language);
    this.dice = dice;
  }

  /** The word for {@code key}, always the same within one paper. */
  public String of(String key) {
    return chosen.computeIfAbsent(key, any -> dice.forPurpose(key).pick(all(key)));
  }

  /** The words for {@code key}, with {@code values} put in for {0}, {1} and so on. */
  public String fill(String key, String... values) {
    // Apostrophes quote in message formats; ours are apostrophes.
    return new MessageFormat(of(key).replace("'", "''"), Locale.ROOT).format(values);
  }

  /** All that stands for {@code key}. */
  public List<String> all(String key) {
    String entry = entries.getProperty(key);
    if (entry == null) {
      throw new IllegalArgumentException("no such word: " + key);
    }
    return List.of(entry.split("\\|", -1));
  }

  /** All keys, sorted. */
  public Set<String> keys() {
    return new TreeSet<>(entries.stringPropertyNames());
  }

  private static Properties load(Language language) {
    String name = language.tag() + ".properties";
    try (InputStream in = Wording.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource: " + name);
      }
      Properties entries = new Properties();
      entries.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
