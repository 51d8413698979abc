package confidant.ingest.fields;

import confidant.ingest.document.Conventions.DateOrder;
import confidant.ingest.document.Conventions.DecimalMark;
import confidant.ingest.fields.Day.Shape;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds dates in text: {@code 31.12.2024}, {@code 12/31/24}, {@code 2024-12-31}, {@code 7. Mai
 * 2014}, {@code March 3rd, 2024}, {@code 1 de enero de 2024}, {@code 02 AUG}.
 */
final class DateParser {

  private static final int MONTHS_IN_YEAR = 12;
  private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212";

  private final DateOrder order;
  private final DecimalMark decimal;

  DateParser(DateOrder order, DecimalMark decimal) {
    this.order = order;
    this.decimal = decimal;
  }

  /** All dates with a year, from left to right. */
  List<Day> find(String text) {
    return find(text, day -> day.year() != Day.NO_YEAR);
  }

  /** All dates, also those without a year, from left to right. */
  List<Day> findAll(String text) {
    return find(text, _ -> true);
  }

  private List<Day> find(String text, Predicate<Day> wanted) {
    DateWords words = new DateWords(text);
    List<Day> days = new ArrayList<>();
    int at = 0;
    while (at < words.count()) {
      Optional<Day> day = dayAt(words, at).filter(wanted);
      day.ifPresent(days::add);
      at = day.isPresent() ? words.wordAfter(at, day.get().end()) : at + 1;
    }
    return days;
  }

  /** The date, perhaps without a year, that {@code text} starts with. */
  Optional<Day> leading(String text) {
    return dayAt(new DateWords(text), 0).filter(day -> text.substring(0, day.start()).isBlank());
  }

  /** The date, perhaps without a year, that {@code text} is, but for punctuation at its end. */
  Optional<Day> whole(String text) {
    DateWords words = new DateWords(text);
    return leading(text).filter(day -> words.wordAfter(0, day.end()) == words.count());
  }

  /** A month of a year without a day, as {@code March 2024} or {@code 03/2024}. */
  Optional<YearMonth> month(String text) {
    DateWords words = new DateWords(text);
    for (int at = 0; at + 1 < words.count(); at++) {
      int month = words.month(at);
      String gap = words.gap(at);
      if (month == 0 && (gap.equals("/") || gap.equals("."))) {
        month = words.number(at, 2);
      }
      int year = words.number(at + 1, 4);
      boolean dated = at > 0 && words.month(at) == 0 && !words.gap(at - 1).isBlank();
      if (month > 0 && month <= MONTHS_IN_YEAR && isYear(year) && !dated) {
        return Optional.of(YearMonth.of(year, month));
      }
    }
    return Optional.empty();
  }

  /**
   * The first and the last day of a stretch of one month, as {@code November 1-30, 2025} or {@code
   * 1.-15. Mai 2024}; none if the text has no such stretch.
   */
  List<Day> stretch(String text) {
    DateWords words = new DateWords(text);
    for (int at = 0; at + 3 < words.count(); at++) {
      boolean monthFirst = words.month(at) > 0;
      int first = monthFirst ? at + 1 : at;
      int month = words.month(monthFirst ? at : at + 2);
      int year = words.number(at + 3, 4);
      if (month > 0 && isYear(year) && isDash(words.gap(first))) {
        Optional<Day> start = fixed(words, at, first, year, month, words.ordinal(first));
        Optional<Day> end = fixed(words, first + 1, at + 3, year, month, words.ordinal(first + 1));
        if (start.isPresent() && end.isPresent()) {
          return List.of(start.get(), end.get());
        }
      }
    }
    return List.of();
  }

  private static boolean isDash(String gap) {
    String dash = gap.replace(".", "").strip();
    return dash.length() == 1 && DASHES.contains(dash);
  }

  private static boolean isYear(int number) {
    return number >= 1900 && number < 2100;
  }

  private Optional<Day> dayAt(DateWords words, int at) {
    if (at >= words.count() || words.continues(at)) {
      return Optional.empty();
    }
    return yearFirst(words, at)
        .or(() -> numeric(words, at))
        .or(() -> dayThenMonth(words, at))
        .or(() -> monthThenDay(words, at))
        .or(() -> withoutYear(words, at));
  }

  private static Optional<Day> yearFirst(DateWords words, int at) {
    int year = words.number(at, 4);
    int month = words.number(at + 1, 2);
    int day = words.number(at + 2, 2);
    if (!isYear(year) || month == 0 || day == 0 || words.goesOn(at + 2)) {
      return Optional.empty();
    }
    String gap = words.gap(at);
    return gap.equals(words.gap(at + 1)) && isSeparator(gap)
        ? fixed(words, at, at + 2, year, month, day)
        : Optional.empty();
  }

  private Optional<Day> numeric(DateWords words, int at) {
    int first = words.number(at, 2);
    int second = words.number(at + 1, 2);
    if (first == 0 || second == 0 || at + 2 >= words.count()) {
      return Optional.empty();
    }
    String gap = words.gap(at);
    int year = words.year(at + 2, !gap.equals("-"));
    if (!isYear(year)
        || words.goesOn(at + 2)
        || !isSeparator(gap)
        || !gap.strip().equals(words.gap(at + 1).strip())) {
      return Optional.empty();
    }
    return ordered(words, at, at + 2, first, second, year, gap.startsWith("."));
  }

  private static Optional<Day> dayThenMonth(DateWords words, int at) {
    int day = words.ordinal(at);
    int joint = words.joint(at + 1);
    int month = words.month(joint);
    if (day == 0 || month == 0 || !isLoose(words.gap(at))) {
      return Optional.empty();
    }
    return named(words, at, joint, month, day);
  }

  private static Optional<Day> monthThenDay(DateWords words, int at) {
    int month = words.month(at);
    int day = words.ordinal(at + 1);
    if (day == 0 || month == 0 || !isLoose(words.gap(at))) {
      return Optional.empty();
    }
    return named(words, at, at + 1, month, day);
  }

  /** A day of a month with the year after it, if there is one. */
  private static Optional<Day> named(DateWords words, int first, int last, int month, int day) {
    int at = words.joint(last + 1);
    if (at < words.count() && isLoose(words.gap(at - 1)) && !words.goesOn(at)) {
      boolean apart = words.gap(at - 1).isBlank() && at + 1 < words.count();
      // A stretch of days goes on with another day.
      boolean stretch = isYear(words.number(at + 1, 4));
      int year = words.year(at, !apart && !stretch);
      if (isYear(year)) {
        return fixed(words, first, at, year, month, day);
      }
    }
    return words.goesOn(last)
        ? Optional.empty()
        : fixed(words, first, last, Day.NO_YEAR, month, day);
  }

  private Optional<Day> withoutYear(DateWords words, int at) {
    int first = words.number(at, 2);
    int second = words.number(at + 1, 2);
    if (first == 0 || second == 0 || words.goesOn(at + 1)) {
      return Optional.empty();
    }
    String gap = words.gap(at);
    boolean twoDigits = words.length(at + 1) == 2;
    boolean pointAfter = words.hasPointAfter(at + 1);
    boolean points =
        gap.startsWith(".") && (pointAfter || decimal == DecimalMark.COMMA) && twoDigits;
    return points || (gap.equals("/") && twoDigits)
        ? ordered(words, at, at + 1, first, second, Day.NO_YEAR, points)
        : Optional.empty();
  }

  private Optional<Day> ordered(
      DateWords words, int first, int last, int one, int two, int year, boolean dayFirst) {
    if (dayFirst) {
      return fixed(words, first, last, year, two, one);
    }
    Optional<MonthDay> asDayFirst = monthDay(two, one, year);
    Optional<MonthDay> asMonthFirst = monthDay(one, two, year);
    if (asDayFirst.isEmpty() || asMonthFirst.isEmpty()) {
      Shape shape = asDayFirst.isPresent() ? Shape.DAY_FIRST : Shape.MONTH_FIRST;
      return asDayFirst
          .or(() -> asMonthFirst)
          .map(it -> day(words, first, last, year, List.of(it), shape));
    }
    List<MonthDay> readings =
        switch (order) {
          case DAY_FIRST -> List.of(asDayFirst.get());
          case MONTH_FIRST -> List.of(asMonthFirst.get());
          case UNKNOWN ->
              one == two
                  ? List.of(asDayFirst.get())
                  : List.of(asMonthFirst.get(), asDayFirst.get());
        };
    return Optional.of(day(words, first, last, year, readings, Shape.EITHER));
  }

  /** A day that no other order could change; empty if no month has it. */
  private static Optional<Day> fixed(
      DateWords words, int first, int last, int year, int month, int day) {
    return monthDay(month, day, year)
        .map(reading -> day(words, first, last, year, List.of(reading), Shape.FIXED));
  }

  private static Day day(
      DateWords words, int first, int last, int year, List<MonthDay> readings, Shape shape) {
    return new Day(
        words.between(first, last), words.start(first), words.end(last), readings, year, shape);
  }

  private static boolean isSeparator(String gap) {
    return switch (gap) {
      case ".", ". ", "/", "-", "\u2010", "\u2011", "\u2013" -> true;
      default -> false;
    };
  }

  private static boolean isLoose(String gap) {
    return switch (gap) {
      case " ", ". ", ".", ", ", ",", "-", "/", ".-", "'", " '", "\u00A0" -> true;
      default -> false;
    };
  }

  /** A day of a month that the year has; of any year if it is not known. */
  private static Optional<MonthDay> monthDay(int month, int day, int year) {
    try {
      return Optional.of(MonthDay.of(month, day))
          .filter(reading -> year == Day.NO_YEAR || reading.isValidYear(year));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
