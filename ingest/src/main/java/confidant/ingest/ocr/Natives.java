package confidant.ingest.ocr;

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
import org.bytedeco.tesseract.global.tesseract;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the native libraries, once in a process. They lie packed in jars and are unpacked into a
 * folder of their own among the process's temporary files, where they stay as long as it runs: a
 * reading process's whole folder is removed after its end.
 */
final class Natives {

  private static final Logger log = LoggerFactory.getLogger(Natives.class);

  /** Where the loader unpacks; it would be the person's home folder otherwise. */
  private static final String CACHE = "org.bytedeco.javacpp.cachedir";

  /** Leptonica's highest severity: no message has it. */
  private static final int SILENT = 6;

  private Natives() {}

  /**
   * Loads them if they are not loaded yet.
   *
   * @throws OcrUnavailableException if there are none for this system, or they do not load
   */
  static void load() throws OcrUnavailableException {
    if (Once.FAILURE.isPresent()) {
      throw new OcrUnavailableException("The native libraries do not load", Once.FAILURE.get());
    }
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
                Thread.ofPlatform().name("ocr-libraries-removal").unstarted(() -> delete(folder)));
        System.setProperty(CACHE, folder.toString());
        Loader.load(leptonica.class);
        Loader.load(tesseract.class);
        leptonica.setMsgSeverity(SILENT);
        return Optional.empty();
      } catch (IOException | RuntimeException | LinkageError e) {
        log.warn("Text recognition does not start: {}", e.toString());
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
