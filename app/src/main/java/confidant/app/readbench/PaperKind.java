package confidant.app.readbench;

import confidant.ingest.document.Document;
import confidant.ingest.document.Page;
import java.util.Locale;

/** Kinds of papers that take different times. */
public enum PaperKind {
  TEXT_PDF("text PDF"),
  /** At least one page of it, or a part of one, was read from a picture. */
  SCANNED_PDF("scanned PDF"),
  PICTURE("picture"),
  OFFICE("office"),
  MAIL("mail"),
  WEB("web"),
  TEXT("text");

  private final String label;

  PaperKind(String label) {
    this.label = label;
  }

  /** In words. */
  String label() {
    return label;
  }

  boolean isPdf() {
    return this == TEXT_PDF || this == SCANNED_PDF;
  }

  /** The kind of a paper that was read. */
  static PaperKind of(Document document) {
    String type = document.mediaType().toLowerCase(Locale.ROOT);
    if (type.equals("application/pdf")) {
      boolean text = document.pages().stream().allMatch(page -> page.origin() == Page.Origin.TEXT);
      return text ? TEXT_PDF : SCANNED_PDF;
    }
    if (type.startsWith("image/")) {
      return PICTURE;
    }
    return switch (type) {
      case "message/rfc822", "application/vnd.ms-outlook" -> MAIL;
      case "text/html", "application/xhtml+xml" -> WEB;
      case "text/rtf" -> OFFICE;
      default -> type.startsWith("text/") ? TEXT : OFFICE;
    };
  }
}
