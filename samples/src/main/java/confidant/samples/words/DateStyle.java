package confidant.samples.words;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How dates are written. */
public enum DateStyle {
  /** 03.04.2025 */
  DOTS("dd.MM.yyyy", "dd.MM."),
  /** 03.04.25 */
  SHORT_DOTS("dd.MM.yy", "dd.MM."),
  /** 03/04/2025, the day first. */
  SLASHES("dd/MM/yyyy", "dd/MM"),
  /** 03/04/25, the day first. */
  SHORT_SLASHES("dd/MM/yy", "dd/MM"),
  /** 04/03/2025, the month first. */
  MONTH_FIRST("MM/dd/yyyy", "MM/dd"),
  /** 3 Apr 2025 */
  WORDS("d '%' yyyy", "d '%'"),
  /** 2025-04-03 */
  ISO("yyyy-MM-dd", "MM-dd");

  private final String withYear;
  private final String withoutYear;

  DateStyle(String withYear, String withoutYear) {
    this.withYear = withYear;
    this.withoutYear = withoutYear;
  }

  /** The whole date, given short names of the months. */
  public String format(LocalDate date, List<String> months) {
    return format(withYear, date, months);
  }

  /** Day and month. */
  public String formatWithoutYear(LocalDate date, List<String> months) {
    return format(withoutYear, date, months);
  }

  /** Names of months differ between versions of Java, so ours are put in for the sign. */
  private static String format(String pattern, LocalDate date, List<String> months) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .format(date)
        .replace("%", months.get(date.getMonthValue() - 1));
  }
}
