package confidant.ingest.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Document;
import confidant.ingest.document.DocumentKind;
import confidant.ingest.document.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentClassifierTest {

  private static final BoundingBox BOX = new BoundingBox(0, 0, 1, 1);
  private final DocumentClassifier classifier = new DocumentClassifier();

  @ParameterizedTest
  @CsvSource({
    "PAYSLIP, Earnings Statement, Net pay",
    "PAYSLIP, Gehaltsabrechnung, Lohnsteuer",
    "BANK_STATEMENT, Relevé de compte, Nouveau solde",
    "BANK_STATEMENT, Estado de cuenta, Saldo anterior",
    "MEDICAL_LETTER, Discharge summary, Diagnosis",
    "MEDICAL_LETTER, Lettera di dimissione, Terapia",
    "LAB_REPORT, Laborbefund, Referenzbereich",
    "LAB_REPORT, Laboratory report, Reference range",
    "INVOICE, Factura, Base imponible",
    "INVOICE, Invoice number, Amount due",
    "TAX_FORM, Form W-2, Wage and tax statement",
    "TAX_FORM, Steuerbescheid, Finanzamt"
  })
  void knowsKindsByTheirWords(DocumentKind kind, String title, String line) {
    Classification found = classifier.classify(document(title, line));
    assertEquals(kind, found.kind());
    assertTrue(found.confidence() > 0.5, found::toString);
  }

  @Test
  void whatHasLittleOfAnyKindIsOther() {
    assertEquals(DocumentKind.OTHER, classifier.classify(document("Minutes", "Total")).kind());
    assertEquals(DocumentKind.OTHER, classifier.classify(document()).kind());
  }

  @Test
  void whatHasAsMuchOfTwoKindsIsOther() {
    assertEquals(
        DocumentKind.OTHER, classifier.classify(document("Payslip", "Bank statement")).kind());
  }

  @Test
  void rowsOfMovementsSpeakForAStatement() {
    Document document =
        document(
            "Account number 1",
            "01/02 Shop 5.00",
            "02/02 Shop 5.00",
            "03/02 Shop 5.00",
            "04/02 Shop 5.00",
            "05/02 Shop 5.00",
            "Balance 4.00");
    assertEquals(DocumentKind.BANK_STATEMENT, classifier.classify(document).kind());
  }

  private static Document document(String... lines) {
    Paragraph paragraph =
        new Paragraph(Stream.of(lines).map(line -> new Line(line, BOX)).toList(), BOX);
    return new Document("a", "text/plain", List.of(new Page(1, 1, 1, List.of(paragraph))));
  }
}
