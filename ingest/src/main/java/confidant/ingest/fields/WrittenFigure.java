package confidant.ingest.fields;

import java.util.List;

/**
 * A figure as somebody wrote it in a text.
 *
 * @param start where it starts in the text, its sign included
 * @param end where it ends, excluded; a percent sign is included
 * @param kind what it is
 * @param readings what it can mean, in one form for all ways of writing: numbers without sign as
 *     {@code 1234.5}, days as {@code 2024-12-31}, or {@code --12-31} without a year, months as
 *     {@code 2024-12}, times as {@code 14:30}, others as their letters and digits. Several if
 *     nothing tells which is meant; at least one
 * @param negative whether a sign or brackets say so
 * @param measure what stands beside it
 */
public record WrittenFigure(
    int start, int end, Kind kind, List<String> readings, boolean negative, Measure measure) {

  /** What a figure is. */
  public enum Kind {
    /** An amount, a share, a quantity or a count. */
    NUMBER,
    DAY,
    /** A month of a year. */
    MONTH,
    /** A time of day. */
    TIME,
    /** Digits that are no quantity, perhaps with letters: account and telephone numbers, ranges. */
    CODE
  }

  /** What stands beside a number and says what it measures. */
  public enum Measure {
    NOTHING,
    PERCENT,
    CURRENCY,
    UNIT
  }

  public WrittenFigure {
    readings = List.copyOf(readings);
    if (start >= end || readings.isEmpty()) {
      throw new IllegalArgumentException("no figure from " + start + " to " + end);
    }
  }

  /** Whether it is one digit with nothing that makes it more than a count. */
  public boolean isCount() {
    return kind == Kind.NUMBER && measure == Measure.NOTHING && end - start == 1;
  }

  /** A figure without a sign. */
  WrittenFigure(int start, int end, Kind kind, List<String> readings) {
    this(start, end, kind, readings, false, Measure.NOTHING);
  }
}
