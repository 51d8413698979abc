package confidant.ingest.fields;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * The years of dates written without one, from the last day that a paper can speak of.
 *
 * @param last the end of its period or its own date; empty if it has neither
 */
record Years(Optional<LocalDate> last) {

  /** Movements may be booked to a day soon after the end. */
  private static final int DAYS_AFTER = 10;

  /** The year in which {@code day} last came before the end; {@link Day#NO_YEAR} if unknown. */
  int of(MonthDay day) {
    if (last.isEmpty()) {
      return Day.NO_YEAR;
    }
    LocalDate end = last.get().plusDays(DAYS_AFTER);
    int year = day.atYear(end.getYear()).isAfter(end) ? end.getYear() - 1 : end.getYear();
    return day.isValidYear(year) ? year : Day.NO_YEAR;
  }
}
