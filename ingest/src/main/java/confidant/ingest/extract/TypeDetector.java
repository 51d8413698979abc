package confidant.ingest.extract;

import confidant.ingest.extract.FileType.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;

/**
 * Finds out what a file holds from its first bytes, of office documents from the names inside; the
 * file's own name only decides between kinds of text.
 */
public final class TypeDetector {

  private static final String PDF = "application/pdf";

  private static final byte[] PDF_HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  /** Enough for the header of a mail. */
  private static final int HEAD = 8192;

  /** Ways of reading by media type; all other text is plain. */
  private static final Map<String, Kind> KINDS =
      Map.of(
          PDF,
          Kind.PDF,
          "application/rtf",
          Kind.RTF,
          "text/rtf",
          Kind.RTF,
          "text/html",
          Kind.HTML,
          "application/xhtml+xml",
          Kind.HTML,
          "message/rfc822",
          Kind.MAIL,
          "text/csv",
          Kind.DELIMITED,
          "text/tab-separated-values",
          Kind.DELIMITED);

  /** Pictures that can be decoded. */
  private static final Set<String> PICTURES =
      Set.of(
          "image/png",
          "image/jpeg",
          "image/tiff",
          "image/bmp",
          "image/x-ms-bmp",
          "image/gif",
          "image/webp",
          "image/jp2",
          "image/jpx",
          "image/x-jp2-container",
          "image/x-jp2-codestream");

  private final Tika tika = new Tika();

  /** Detects the type of {@code source}. */
  public FileType detect(Source source) throws IOException {
    byte[] start;
    try (InputStream in = source.open()) {
      start = in.readNBytes(ContainerTypes.START);
    }
    String name = source.name();
    // By far the commonest kind; a name of another can mean something that is more than a PDF.
    if (isCalledPdf(name) && ContainerTypes.startsWith(start, PDF_HEADER)) {
      return FileType.of(Kind.PDF, PDF);
    }
    Optional<FileType> container = ContainerTypes.detect(source, start);
    if (container.isPresent()) {
      return container.get();
    }
    String mediaType;
    String head;
    try (InputStream in = new BufferedInputStream(source.open())) {
      in.mark(HEAD);
      head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
      in.reset();
      mediaType = tika.detect(in, name);
    }
    Kind kind = kind(mediaType);
    // What is called a PDF but starts like text is a damaged PDF, not a text to be read.
    if (kind == Kind.TEXT && isCalledPdf(name)) {
      return FileType.of(Kind.PDF, PDF);
    }
    if (kind == Kind.TEXT && MailHeaders.begin(head)) {
      return FileType.of(Kind.MAIL, "message/rfc822");
    }
    return FileType.of(kind, mediaType);
  }

  private static boolean isCalledPdf(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".pdf");
  }

  private static Kind kind(String mediaType) {
    if (PICTURES.contains(mediaType)) {
      return Kind.PICTURE;
    }
    // Logs, lists and sources are text as well.
    return KINDS.getOrDefault(mediaType, mediaType.startsWith("text/") ? Kind.TEXT : Kind.OTHER);
  }
}
