package confidant.ingest.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.leptonica.global.leptonica;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the library of native code that decodes pictures, once in a process. Native libraries lie
 * packed in jars and are unpacked into a folder of their own among the process's temporary files,
 * where they stay as long as it runs: a reading process's whole folder is removed after its end.
 */
public final class Leptonica {

  private static final Logger log = LoggerFactory.getLogger(Leptonica.class);

  /** Where the loader unpacks; it would be the person's home folder otherwise. */
  private static final String CACHE = "org.bytedeco.javacpp.cachedir";

  /** The library's highest severity: no message has it. */
  private static final int SILENT = 6;

  private Leptonica() {}

  /**
   * Loads it if it is not loaded yet, and says where the loader unpacks other libraries.
   *
   * @return why there is none for this system or it does not load; empty if it is loaded
   */
  public static Optional<Throwable> load() {
    return Once.FAILURE;
  }

  /** Made at the first use. */
  private static final class Once {

    static final Optional<Throwable> FAILURE = load();

    private static Optional<Throwable> load() {
      try {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        Path folder = Files.createTempDirectory(parent, "confidant-libraries-");
        Runtime.getRuntime()
            .addShutdownHook(
                Thread.ofPlatform()
                    .name("native-libraries-removal")
                    .unstarted(() -> delete(folder)));
        System.setProperty(CACHE, folder.toString());
        Loader.load(leptonica.class);
        leptonica.setMsgSeverity(SILENT);
        return Optional.empty();
      } catch (IOException | RuntimeException | LinkageError e) {
        log.warn("The native decoder of pictures does not load: {}", e.toString());
        return Optional.of(e);
      }
    }

    private static void delete(Path folder) {
      try (Stream<Path> found = Files.walk(folder)) {
        List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        for (Path path : deepestFirst) {
          Files.deleteIfExists(path);
        }
      } catch (IOException | UncheckedIOException e) {
        // Some systems do not remove a library that is in use.
        log.debug("Unpacked libraries stay behind", e);
      }
    }
  }
}
