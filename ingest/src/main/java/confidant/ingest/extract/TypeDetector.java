package confidant.ingest.extract;

import confidant.ingest.extract.FileType.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.tika.Tika;

/**
 * Finds out what a file holds from its first bytes; its name only decides between kinds of text.
 */
public final class TypeDetector {

  private static final String PDF = "application/pdf";

  private final Tika tika = new Tika();

  /** Detects the type of {@code file}. */
  public FileType detect(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      String name = String.valueOf(file.getFileName());
      String mediaType = tika.detect(in, name);
      Kind kind = kind(mediaType);
      // What is called a PDF but starts like text is a damaged PDF, not a text to be read.
      return kind == Kind.TEXT && name.toLowerCase(Locale.ROOT).endsWith(".pdf")
          ? new FileType(Kind.PDF, PDF, FileKinds.describe(PDF))
          : new FileType(kind, mediaType, FileKinds.describe(mediaType));
    }
  }

  private static Kind kind(String mediaType) {
    if (mediaType.equals(PDF)) {
      return Kind.PDF;
    }
    // Logs, lists and sources are text as well; a web page is more markup than text.
    boolean text = mediaType.startsWith("text/") && !mediaType.equals("text/html");
    return text ? Kind.TEXT : Kind.OTHER;
  }
}
