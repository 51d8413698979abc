package confidant.ingest.ocr;

import confidant.ingest.codec.Leptonica;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.tesseract.global.tesseract;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the native libraries of text recognition, once in a process. */
final class Natives {

  private static final Logger log = LoggerFactory.getLogger(Natives.class);

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

    static final Optional<Throwable> FAILURE = Leptonica.load().or(Once::load);

    private static Optional<Throwable> load() {
      try {
        Loader.load(tesseract.class);
        return Optional.empty();
      } catch (RuntimeException | LinkageError e) {
        log.warn("Text recognition does not start: {}", e.toString());
        return Optional.of(e);
      }
    }
  }
}
