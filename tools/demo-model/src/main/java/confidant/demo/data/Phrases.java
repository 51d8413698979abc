package confidant.demo.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.TreeSet;

/**
 * How people ask and how the model answers in one language: properties in UTF-8 with {@code |}
 * between wordings, of which the first is the clearest.
 *
 * <p>{@code ask.T} are questions about topic T, {@code say.T} answers, {@code line.T} a line of a
 * summary, {@code each.T} an entry of a list; {@code key.T} is what reasoning calls it, {@code
 * note.T} how it notes it if not as key and value.
 */
final class Phrases {
  private final Properties entries = new Properties();

  private Phrases(String resource) {
    try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource: " + resource);
      }
      entries.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Phrases of(String language) {
    return new Phrases(language + ".properties");
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  /** All wordings. */
  List<String> all(String key) {
    return Optional.ofNullable(entries.getProperty(key))
        .map(entry -> List.of(entry.split("\\|", -1)))
        .orElseThrow(() -> new IllegalArgumentException("no phrase " + key));
  }

  /** One of the wordings. */
  String get(String key, Random random) {
    List<String> wordings = all(key);
    return wordings.get(random.nextInt(wordings.size()));
  }

  /** The entries of a list, with commas between them. */
  Passage list(Item item) {
    String key = "each." + item.topic();
    String each = has(key) ? all(key).getFirst() : "{1}";
    Passage list = new Passage();
    List<Item> listed = item.entries();
    for (int i = 0; i < listed.size(); i++) {
      list.words(i == 0 ? "" : ", ").fill(each, listed.get(i));
    }
    return list;
  }

  /** All topics that can be asked about, sorted. */
  List<String> topics() {
    return new TreeSet<>(entries.stringPropertyNames())
        .stream()
            .filter(key -> key.startsWith("ask."))
            .map(key -> key.substring("ask.".length()))
            .toList();
  }
}
