package confidant.ingest.fields;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A date found in a text.
 *
 * @param text as it stands
 * @param start where it starts in the text it was found in
 * @param end where it ends, excluded
 * @param readings the days of a year it can mean; two if nothing tells the day from the month
 * @param year 0 if the paper does not say it there
 * @param shape what its own figures tell about the order of day and month
 */
record Day(String text, int start, int end, List<MonthDay> readings, int year, Shape shape) {

  static final int NO_YEAR = 0;

  /** What the figures of a date tell about the order of day and month. */
  enum Shape {
    /** Nothing, since the order is fixed: by a month's name, by points, or year first. */
    FIXED,
    DAY_FIRST,
    MONTH_FIRST,
    /** Both are possible. */
    EITHER
  }

  Day {
    readings = List.copyOf(readings);
  }

  /** The day, if it can be only one. */
  Optional<LocalDate> date() {
    return readings.size() == 1 && year != NO_YEAR
        ? Optional.of(readings.getFirst().atYear(year))
        : Optional.empty();
  }

  /** The same with the year that {@code years} has for it. */
  Day in(Years years) {
    return year != NO_YEAR || readings.size() != 1
        ? this
        : new Day(text, start, end, readings, years.of(readings.getFirst()), shape);
  }

  /** As {@code 2024-12-31}; both days if there are two; without a year as {@code --12-31}. */
  String value() {
    return readings.stream()
        .map(reading -> (year == NO_YEAR ? reading : reading.atYear(year)).toString())
        .collect(Collectors.joining(" or "));
  }
}
