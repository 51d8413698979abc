package confidant.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.junit.jupiter.api.Test;

/** One such range ended the reading process: a mutated table, found by the fuzz run. */
class WidthGuardTest {

  private static COSArray array(long... numbers) {
    COSArray array = new COSArray();
    for (long number : numbers) {
      array.add(COSInteger.get(number));
    }
    return array;
  }

  /** Widths of single characters, then those of a range. */
  private static COSArray widths(long first, long last) {
    COSArray widths = array(3);
    widths.add(array(500, 600, 2_147_483_647));
    widths.addAll(List.of(COSInteger.get(first), COSInteger.get(last), COSInteger.get(250)));
    return widths;
  }

  @Test
  void usualWidthsAreFine() {
    assertDoesNotThrow(() -> WidthGuard.check(null, WidthGuard.HORIZONTAL));
    assertDoesNotThrow(() -> WidthGuard.check(widths(10, 0xFFFF), WidthGuard.HORIZONTAL));
    assertDoesNotThrow(
        () -> WidthGuard.check(array(1, 9, -1000, 99_999, 99_999), WidthGuard.VERTICAL));
  }

  @Test
  void aRangeOfMoreCharactersThanThereAreIsRefused() {
    for (long last : new long[] {0x10000, Integer.MAX_VALUE, Long.MAX_VALUE}) {
      COSArray widths = widths(10, last);
      assertThrows(
          LimitExceededException.class, () -> WidthGuard.check(widths, WidthGuard.HORIZONTAL));
    }
  }

  @Test
  void manyRangesAreRefusedToo() {
    COSArray widths = new COSArray();
    for (int i = 0; i < 20; i++) {
      widths.addAll(array(0, 0xFFFF, 500));
    }
    assertThrows(
        LimitExceededException.class, () -> WidthGuard.check(widths, WidthGuard.HORIZONTAL));
  }
}
