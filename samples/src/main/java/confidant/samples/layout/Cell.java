package confidant.samples.layout;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What stands in one place: words, or a number or date.
 *
 * @param text as printed; words may have several lines
 * @param value of a number or date in plain form; empty for words
 * @param field which field it is, such as {@code payslip.net}; empty if none
 * @param noted whether the mark of a footnote follows where the look has some
 */
public record Cell(String text, String value, String field, boolean noted) {

  /** Nothing. */
  public static final Cell EMPTY = words("");

  /** Words. */
  public static Cell words(String text) {
    return new Cell(text, "", "", false);
  }

  /** A number. */
  public static Cell number(String text, BigDecimal value) {
    return new Cell(text, value.toPlainString(), "", false);
  }

  /** A date. */
  public static Cell date(String text, LocalDate value) {
    return new Cell(text, value.toString(), "", false);
  }

  /** The same as a field. */
  public Cell as(String name) {
    return new Cell(text, value, name, noted);
  }

  /** The same with a footnote. */
  public Cell withNote() {
    return new Cell(text, value, field, true);
  }

  boolean isFigure() {
    return !value.isEmpty();
  }

  /** Its words on one line. */
  String flat() {
    return text.replace('\n', ' ');
  }
}
