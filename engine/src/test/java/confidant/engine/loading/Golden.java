package confidant.engine.loading;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/** Finds the golden checkpoints among the test resources. */
final class Golden {
  private Golden() {}

  /** A file or folder such as {@code model-tiny/hf}. */
  static Path path(String name) {
    URL url = Golden.class.getResource("/golden/" + name);
    try {
      return Path.of(Objects.requireNonNull(url, name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
