package confidant.ingest.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.document.Conventions;
import confidant.ingest.document.Conventions.DateOrder;
import confidant.ingest.document.Conventions.DecimalMark;
import org.junit.jupiter.api.Test;

class ConventionsFinderTest {

  @Test
  void numbersThatCanBeReadInOneWayDecide() {
    assertEquals(DecimalMark.COMMA, of("1.234", "12,50", "1.234,56").decimal());
    assertEquals(DecimalMark.POINT, of("3,500", "10,686.25").decimal());
    assertEquals(DecimalMark.POINT, of("1'234.50").decimal());
    assertEquals(DecimalMark.COMMA, of("1 234,50").decimal());
  }

  @Test
  void datesWithoutAYearDoNotOutvoteAmounts() {
    assertEquals(DecimalMark.COMMA, of("02.05. 03.05. 12,00", "04.05  05.05  7,10").decimal());
  }

  @Test
  void nothingIsGuessed() {
    assertEquals(DecimalMark.UNKNOWN, of("1.234", "7", "2,500").decimal());
    assertEquals(DecimalMark.UNKNOWN, of("100.25", "100,25").decimal());
    assertEquals(DateOrder.UNKNOWN, of("03/04/2024").dates());
  }

  @Test
  void oneDateTellsTheOrderOfAll() {
    assertEquals(DateOrder.MONTH_FIRST, of("03/04/2024", "03/14/2024").dates());
    assertEquals(DateOrder.DAY_FIRST, of("03/04/2024", "14/03/2024").dates());
    assertEquals(DateOrder.DAY_FIRST, of("16/07 Coffee").dates());
  }

  @Test
  void tellsWhetherBlanksSeparateThousands() {
    ConventionsFinder blanks = new ConventionsFinder();
    blanks.add("1 234,56");
    assertTrue(blanks.blanksGroup());
    blanks.add("1.234,56");
    assertFalse(blanks.blanksGroup());
  }

  private static Conventions of(String... texts) {
    ConventionsFinder finder = new ConventionsFinder();
    for (String text : texts) {
      finder.add(text);
    }
    return finder.conventions();
  }
}
