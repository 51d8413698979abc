package confidant.app.readbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.document.Document;
import confidant.ingest.document.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperKindTest {

  @ParameterizedTest
  @CsvSource({
    "application/pdf, TEXT_PDF",
    "image/png, PICTURE",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document, OFFICE",
    "application/rtf, OFFICE",
    "text/rtf, OFFICE",
    "message/rfc822, MAIL",
    "text/html, WEB",
    "text/csv, TEXT",
    "text/plain, TEXT",
  })
  void followsTheMediaType(String mediaType, PaperKind kind) {
    assertEquals(kind, PaperKind.of(new Document("a", mediaType, List.of())));
  }

  @Test
  void onePageFromAPictureMakesAScan() {
    Page text = new Page(1, 595, 842, List.of());
    Page mixed = new Page(2, 595, 842, List.of(), Page.Origin.MIXED, List.of());
    assertEquals(
        PaperKind.SCANNED_PDF,
        PaperKind.of(new Document("a.pdf", "application/pdf", List.of(text, mixed))));
  }
}
