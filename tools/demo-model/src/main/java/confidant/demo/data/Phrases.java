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
 * between wordings.
 *
 * <p>{@code ask.T} are questions about topic T, {@code say.T} answers, {@code line.T} a line of a
 * summary, {@code key.T} what reasoning calls it.
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

  Optional<String> find(String key, Random random) {
    return Optional.ofNullable(entries.getProperty(key))
        .map(entry -> List.of(entry.split("\\|", -1)))
        .map(wordings -> wordings.get(random.nextInt(wordings.size())));
  }

  String get(String key, Random random) {
    return find(key, random).orElseThrow(() -> new IllegalArgumentException("no phrase " + key));
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
