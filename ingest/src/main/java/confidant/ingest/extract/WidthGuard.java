package confidant.ingest.extract;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the widths of a font of many characters before the PDF library makes an entry for each
 * character of a range, however long a damaged or harmful file says that it is.
 */
final class WidthGuard {

  /** Numbers of characters have two bytes. */
  private static final long LAST_CHARACTER = 0xFFFF;

  /** All characters, several times over. */
  private static final long MOST_ENTRIES = 1 << 20;

  /** Of {@code W}: a range has one width. */
  static final int HORIZONTAL = 1;

  /** Of {@code W2}: a range has a height and a place. */
  static final int VERTICAL = 3;

  private WidthGuard() {}

  /**
   * Checks an array of {@code first [widths]} and {@code first last values}.
   *
   * @param values how many stand behind a range
   * @throws LimitExceededException if it has ranges of more characters than there are
   */
  static void check(@Nullable COSArray widths, int values) {
    long entries = 0;
    int at = 0;
    while (widths != null && at + 1 < widths.size()) {
      COSBase first = widths.getObject(at);
      COSBase next = widths.getObject(at + 1);
      if (first instanceof COSNumber from && next instanceof COSNumber to) {
        entries += Math.max(0, to.longValue() - from.longValue());
        boolean known = from.longValue() >= 0 && to.longValue() <= LAST_CHARACTER;
        if (!known || entries > MOST_ENTRIES) {
          throw new LimitExceededException("a font has widths of too many characters");
        }
        at += 2 + values;
      } else {
        at += next instanceof COSArray ? 2 : 1;
      }
    }
  }
}
