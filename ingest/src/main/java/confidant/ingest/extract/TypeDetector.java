package confidant.ingest.extract;

import confidant.ingest.extract.FileType.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.Tika;

/**
 * Finds out what a file holds from its first bytes; its name only decides between kinds of text.
 */
public final class TypeDetector {

  private final Tika tika = new Tika();

  /** Detects the type of {@code file}. */
  public FileType detect(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      String mediaType = tika.detect(in, String.valueOf(file.getFileName()));
      return new FileType(kind(mediaType), mediaType, FileKinds.describe(mediaType));
    }
  }

  private static Kind kind(String mediaType) {
    return switch (mediaType) {
      case "application/pdf" -> Kind.PDF;
      case "text/plain", "text/csv", "text/tab-separated-values", "text/x-web-markdown" ->
          Kind.TEXT;
      default -> Kind.OTHER;
    };
  }
}
