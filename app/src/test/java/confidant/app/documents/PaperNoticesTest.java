package confidant.app.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.ReadReport;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Check;
import confidant.ingest.document.Check.Outcome;
import confidant.ingest.document.Conventions;
import confidant.ingest.document.Conventions.DateOrder;
import confidant.ingest.document.Conventions.DecimalMark;
import confidant.ingest.document.Document;
import confidant.ingest.document.DocumentKind;
import confidant.ingest.document.Doubt;
import confidant.ingest.document.Findings;
import confidant.ingest.document.Page;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperNoticesTest {
  private static final BoundingBox BOX = new BoundingBox(0, 0, 1, 1);
  private static final Check FAILED = check("Net plus tax is the total", Outcome.FAILED);

  @Test
  void whatAgreesIsNotMentioned() {
    Check passed = check("Net plus tax is the total", Outcome.PASSED);
    Check notPossible = check("Deposits", Outcome.NOT_POSSIBLE);
    assertEquals(List.of(), PaperNotices.of(paper(List.of(passed, notPossible), List.of())));
  }

  @Test
  void aFailedCheckAndADoubtfulFigureAreOneSentenceEach() {
    List<Doubt> doubts = List.of(doubt("201.00", "291.90"), doubt("6.56", ""), doubt("Heaith", ""));
    assertEquals(
        List.of(
            "bill.pdf: a check failed (Net plus tax is the total: 1.00 + 1.00 = 2.00, but the paper"
                + " says 3.00); compare these figures with the paper.",
            "bill.pdf, page 1: \"201.00\" may also be \"291.90\"; compare it with the paper.",
            "bill.pdf, page 1: \"6.56\" is uncertain; compare it with the paper.",
            "bill.pdf: 1 word more could not be read with certainty; compare what matters with the"
                + " paper."),
        PaperNotices.of(paper(List.of(FAILED), doubts)));
  }

  @Test
  void manyAreCounted() {
    List<String> notices =
        PaperNotices.of(
            paper(Collections.nCopies(8, FAILED), Collections.nCopies(8, doubt("1", "7"))));
    assertEquals(12, notices.size());
    assertEquals(
        "bill.pdf: 3 more checks failed; \"confidant read --format fields\" lists them.",
        notices.get(5));
    assertEquals(
        "bill.pdf: 3 words more could not be read with certainty; compare what matters with the"
            + " paper.",
        notices.get(11));
  }

  private static Check check(String what, Outcome outcome) {
    return new Check(what, "1.00 + 1.00 = 2.00, but the paper says 3.00", outcome, List.of());
  }

  private static Doubt doubt(String read, String other) {
    return new Doubt(read, other, BOX, 0.4);
  }

  private static Paper paper(List<Check> checks, List<Doubt> doubts) {
    Page page = new Page(1, 595, 842, List.of(), Page.Origin.PICTURE, doubts);
    return new Paper(
        "paper-1",
        new Document("bill.pdf", "application/pdf", List.of(page)),
        new ReadReport(1, List.of(), List.of()),
        new Findings(
            DocumentKind.INVOICE,
            1,
            new Conventions(DecimalMark.POINT, DateOrder.UNKNOWN),
            List.of(),
            checks));
  }
}
