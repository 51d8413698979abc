package confidant.ingest.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Document;
import confidant.ingest.document.DocumentKind;
import confidant.ingest.document.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void commonWordsOfALongTextMakeNoKind() {
    Document document =
        document(
            "Passage retrieval: a test of what a patient reader finds",
            "The result has units, with a range that is high or low.",
            "A flag is collected; what is abnormal is left out.",
            "Laboratory, test and range are words like others.");
    assertEquals(DocumentKind.OTHER, classifier.classify(document).kind());
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Both signs in one column.
        "12/15/2018|Your supplier|USD|-33.50|0.0\n12/15/2018|Your payment|EUR|1,525.00|1,000.00",
        "2024-01-05|Miete|-900,00 €\n2024-01-31|Lohn|2.500,00 €\n2024-02-01|Strom|-80,10 €",
        "05 Jan 2024|Rent|900.00 DR|(900.00)\n31 Jan 2024|Pay|2500.00|2,500.00",
        // Two columns by turns.
        "05.01.2024|Miete|900,00|\n31.01.2024|Lohn||2.500,00\n02.02.2024|Strom|80,10|",
        // A balance that the amounts lead to.
        "05/01/24|Rent|900.00|100.00\n06/01/24|Pay|50.00|150.00\n07/01/24|Bill|30.00|120.00",
        "07/01/24|Bill|30.00|120.00\n06/01/24|Pay|50.00|150.00\n05/01/24|Rent|900.00|100.00",
      })
  void aListOfMovementsIsAStatementWithoutAnyWords(String rows) {
    Classification found = classifier.classify(table(rows));
    assertEquals(DocumentKind.BANK_STATEMENT, found.kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "05.01.2024|Alpha|90.10\n05.01.2024|Beta|140.00\n05.01.2024|Gamma|30.10",
        "Rent|-900.00\nPay|2500.00",
        "2024-01-05|one\n2024-01-06|two",
      })
  void otherTablesAreNone(String rows) {
    assertEquals(DocumentKind.OTHER, classifier.classify(table(rows)).kind());
  }

  private static Document table(String rows) {
    List<List<Cell>> cells =
        rows.lines()
            .map(row -> Stream.of(row.split("\\|", -1)).map(text -> new Cell(text, BOX)).toList())
            .toList();
    return new Document(
        "a.csv", "text/csv", List.of(new Page(1, 1, 1, List.of(new Table(cells, 0, BOX)))));
  }

  private static Document document(String... lines) {
    Paragraph paragraph =
        new Paragraph(Stream.of(lines).map(line -> new Line(line, BOX)).toList(), BOX);
    return new Document("a", "text/plain", List.of(new Page(1, 1, 1, List.of(paragraph))));
  }
}
