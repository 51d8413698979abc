package confidant.ingest;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/** Test files under {@code corpus}. */
final class Corpus {

  private Corpus() {}

  static Path path(String name) {
    URL url = Objects.requireNonNull(Corpus.class.getResource("/corpus/" + name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
