package confidant.ingest.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.Document;
import confidant.ingest.document.Doubt;
import confidant.ingest.document.Page;
import confidant.ingest.document.Page.Origin;
import confidant.ingest.fields.ReadingChooser.Choice;
import confidant.ingest.fields.ReadingChooser.Chosen;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingChooserTest {

  private final ReadingChooser chooser = new ReadingChooser();

  private static Document payslip(String tax, String net, String[]... readings) {
    Document paper =
        new TestPaper()
            .lines(
                "Harbour Bakery Ltd",
                "Earnings Statement",
                "Employee: Jane Roe",
                "Pay Period: 12/01/2025 - 12/15/2025",
                "Pay Date: 12/19/2025")
            .table(
                1,
                "Earnings | Rate | Hours | This Period | Year to Date",
                "Regular | 10.00 | 80.00 | 800.00 | 19,200.00",
                "Gross Pay | | | 800.00 | 19,200.00")
            .table(
                1,
                "Deductions | This Period | Year to Date",
                "Federal Income Tax | " + tax + " | 2,160.00",
                "Social Security | 49.60 | 1,190.40",
                "Net Pay | " + net + " | ")
            .document();
    Page page = paper.pages().getFirst();
    List<Doubt> doubts =
        Arrays.stream(readings).map(pair -> doubt(page, pair[0], pair[1])).toList();
    Page read = new Page(1, page.width(), page.height(), page.blocks(), Origin.PICTURE, doubts);
    return new Document(paper.name(), paper.mediaType(), List.of(read));
  }

  private static Doubt doubt(Page page, String read, String other) {
    Cell cell =
        page.blocks().stream()
            .filter(Table.class::isInstance)
            .flatMap(table -> ((Table) table).rows().stream())
            .flatMap(List::stream)
            .filter(each -> each.text().equals(read))
            .findFirst()
            .orElseThrow();
    return new Doubt(read, other, cell.box(), 0.7);
  }

  private static String figure(Document document, int row) {
    Table table = (Table) document.pages().getFirst().blocks().getLast();
    return table.rows().get(row).get(1).text();
  }

  @Test
  void theReadingWithWhichTheCheckHoldsIsTakenAndTheOtherKept() {
    Chosen chosen = chooser.choose(payslip("90.00", "600.40", new String[] {"600.40", "660.40"}));
    assertEquals("660.40", figure(chosen.document(), 3));
    Doubt kept = chosen.document().pages().getFirst().doubts().getFirst();
    assertEquals("660.40", kept.read());
    assertEquals("600.40", kept.other());
    Choice choice = chosen.choices().getFirst();
    assertEquals(1, choice.page());
    assertEquals("660.40", choice.doubt().read());
  }

  @Test
  void aFigureWithWhichTheCheckHoldsStays() {
    Document paper = payslip("90.00", "660.40", new String[] {"660.40", "600.40"});
    Chosen chosen = chooser.choose(paper);
    assertEquals(List.of(), chosen.choices());
    assertEquals(paper, chosen.document());
  }

  @Test
  void aReadingThatMendsNothingIsNotTaken() {
    Document paper = payslip("90.00", "600.40", new String[] {"600.40", "606.40"});
    assertEquals(paper, chooser.choose(paper).document());
  }

  @Test
  void whereTwoFiguresWouldDoNoneIsTaken() {
    Document paper =
        payslip(
            "90.00", "600.40", new String[] {"600.40", "660.40"}, new String[] {"90.00", "150.00"});
    assertEquals(paper, chooser.choose(paper).document());
  }
}
