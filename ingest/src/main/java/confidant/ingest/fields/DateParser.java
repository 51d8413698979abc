package confidant.ingest.fields;

import confidant.ingest.document.Conventions.DateOrder;
import confidant.ingest.document.Conventions.DecimalMark;
import confidant.ingest.fields.Day.Shape;
import confidant.ingest.words.Vocabulary;
import confidant.ingest.words.Word;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds dates in text: {@code 31.12.2024}, {@code 12/31/24}, {@code 2024-12-31}, {@code 7. Mai
 * 2014}, {@code March 3rd, 2024}, {@code 1 de enero de 2024}, {@code 02 AUG}.
 */
final class DateParser {

  private static final Vocabulary MONTHS = Vocabulary.load(DateParser.class, "labels", "month");

  private static final List<String> ORDINALS =
      List.of("", "st", "nd", "rd", "th", "er", "o", "a", "e");
  private static final List<String> JOINTS = List.of("de", "del", "of");

  /** Years of two digits from here on are in the last century. */
  private static final int PIVOT = 69;

  private static final int MONTHS_IN_YEAR = 12;

  private final DateOrder order;
  private final DecimalMark decimal;

  DateParser(DateOrder order, DecimalMark decimal) {
    this.order = order;
    this.decimal = decimal;
  }

  /** All dates with a year, from left to right. */
  List<Day> find(String text) {
    Scan scan = new Scan(text);
    List<Day> days = new ArrayList<>();
    int at = 0;
    while (at < scan.words.size()) {
      Optional<Day> day = scan.dayAt(at).filter(found -> found.year() != Day.NO_YEAR);
      day.ifPresent(days::add);
      at = day.isPresent() ? scan.wordAfter(at, day.get().end()) : at + 1;
    }
    return days;
  }

  /** The date, perhaps without a year, that {@code text} starts with. */
  Optional<Day> leading(String text) {
    Scan scan = new Scan(text);
    return scan.dayAt(0).filter(day -> text.substring(0, day.start()).isBlank());
  }

  /** The date, perhaps without a year, that {@code text} is, but for punctuation at its end. */
  Optional<Day> whole(String text) {
    Scan scan = new Scan(text);
    return leading(text).filter(day -> scan.wordAfter(0, day.end()) == scan.words.size());
  }

  /** A month of a year without a day, as {@code March 2024} or {@code 03/2024}. */
  Optional<YearMonth> month(String text) {
    Scan scan = new Scan(text);
    for (int at = 0; at + 1 < scan.words.size(); at++) {
      int month = scan.month(at);
      String gap = scan.gap(at);
      if (month == 0 && (gap.equals("/") || gap.equals("."))) {
        month = scan.number(at, 2);
      }
      int year = scan.number(at + 1, 4);
      boolean dated = at > 0 && scan.month(at) == 0 && !scan.gap(at - 1).isBlank();
      if (month > 0 && month <= MONTHS_IN_YEAR && isYear(year) && !dated) {
        return Optional.of(YearMonth.of(year, month));
      }
    }
    return Optional.empty();
  }

  /** Whether a word names a month. */
  static boolean isMonth(Word word) {
    return MONTHS.contains(word);
  }

  private static boolean isYear(int number) {
    return number >= 1900 && number < 2100;
  }

  /** A text by its words. */
  private final class Scan {
    private final String text;
    private final List<Word> words;

    Scan(String text) {
      this.text = text;
      words = Word.of(text);
    }

    Optional<Day> dayAt(int at) {
      if (at >= words.size() || continues(at)) {
        return Optional.empty();
      }
      return yearFirst(at)
          .or(() -> numeric(at))
          .or(() -> dayThenMonth(at))
          .or(() -> monthThenDay(at))
          .or(() -> withoutYear(at));
    }

    /** The first word from {@code at} on that starts at or after {@code end}. */
    int wordAfter(int at, int end) {
      int next = at;
      while (next < words.size() && words.get(next).start() < end) {
        next++;
      }
      return next;
    }

    /** The month that a word names; 0 if none. */
    int month(int at) {
      if (at >= words.size()) {
        return 0;
      }
      return MONTHS
          .longestAt(words.subList(at, at + 1), 0)
          .map(hit -> Integer.parseInt(hit.label()))
          .orElse(0);
    }

    /** A word of at most {@code digits} digits, of four exactly four; 0 if it is none. */
    int number(int at, int digits) {
      if (at >= words.size()) {
        return 0;
      }
      String word = words.get(at).folded();
      boolean right = digits == 4 ? word.length() == 4 : word.length() <= digits;
      return right && word.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(word) : 0;
    }

    /** What stands between a word and the next. */
    String gap(int at) {
      return text.substring(words.get(at).end(), words.get(at + 1).start());
    }

    private Optional<Day> yearFirst(int at) {
      int year = number(at, 4);
      int month = number(at + 1, 2);
      int day = number(at + 2, 2);
      if (!isYear(year) || month == 0 || day == 0 || goesOn(at + 2)) {
        return Optional.empty();
      }
      String gap = gap(at);
      return gap.equals(gap(at + 1)) && isSeparator(gap)
          ? fixed(at, at + 2, year, month, day)
          : Optional.empty();
    }

    private Optional<Day> numeric(int at) {
      int first = number(at, 2);
      int second = number(at + 1, 2);
      if (first == 0 || second == 0 || at + 2 >= words.size()) {
        return Optional.empty();
      }
      String gap = gap(at);
      int year = year(at + 2, !gap.equals("-"));
      if (!isYear(year)
          || goesOn(at + 2)
          || !isSeparator(gap)
          || !gap.strip().equals(gap(at + 1).strip())) {
        return Optional.empty();
      }
      return ordered(at, at + 2, first, second, year, gap.startsWith("."));
    }

    private Optional<Day> dayThenMonth(int at) {
      int day = ordinal(at);
      int joint = joint(at + 1);
      int month = month(joint);
      if (day == 0 || month == 0 || !isLoose(gap(at))) {
        return Optional.empty();
      }
      return named(at, joint, month, day);
    }

    private Optional<Day> monthThenDay(int at) {
      int month = month(at);
      int day = ordinal(at + 1);
      if (day == 0 || month == 0 || !isLoose(gap(at))) {
        return Optional.empty();
      }
      return named(at, at + 1, month, day);
    }

    /** A day of a month with the year after it, if there is one. */
    private Optional<Day> named(int first, int last, int month, int day) {
      int at = joint(last + 1);
      if (at < words.size() && isLoose(gap(at - 1)) && !goesOn(at)) {
        boolean apart = gap(at - 1).isBlank() && at + 1 < words.size();
        int year = year(at, !apart);
        if (isYear(year)) {
          return fixed(first, at, year, month, day);
        }
      }
      return goesOn(last) ? Optional.empty() : fixed(first, last, Day.NO_YEAR, month, day);
    }

    private Optional<Day> withoutYear(int at) {
      int first = number(at, 2);
      int second = number(at + 1, 2);
      if (first == 0 || second == 0 || goesOn(at + 1)) {
        return Optional.empty();
      }
      String gap = gap(at);
      boolean pointAfter = text.startsWith(".", words.get(at + 1).end());
      boolean twoDigits = words.get(at + 1).folded().length() == 2;
      boolean points =
          gap.startsWith(".") && (pointAfter || decimal == DecimalMark.COMMA) && twoDigits;
      return points || (gap.equals("/") && twoDigits)
          ? ordered(at, at + 1, first, second, Day.NO_YEAR, points)
          : Optional.empty();
    }

    private Optional<Day> ordered(
        int first, int last, int one, int two, int year, boolean dayFirst) {
      if (dayFirst) {
        return fixed(first, last, year, two, one);
      }
      Optional<MonthDay> asDayFirst = monthDay(two, one, year);
      Optional<MonthDay> asMonthFirst = monthDay(one, two, year);
      if (asDayFirst.isEmpty() || asMonthFirst.isEmpty()) {
        Shape shape = asDayFirst.isPresent() ? Shape.DAY_FIRST : Shape.MONTH_FIRST;
        return asDayFirst
            .or(() -> asMonthFirst)
            .map(it -> day(first, last, year, List.of(it), shape));
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
      return Optional.of(day(first, last, year, readings, Shape.EITHER));
    }

    /** A day that no other order could change; empty if no month has it. */
    private Optional<Day> fixed(int first, int last, int year, int month, int day) {
      return monthDay(month, day, year)
          .map(reading -> day(first, last, year, List.of(reading), Shape.FIXED));
    }

    private Day day(int first, int last, int year, List<MonthDay> readings, Shape shape) {
      int start = words.get(first).start();
      int end = words.get(last).end();
      return new Day(text.substring(start, end), start, end, readings, year, shape);
    }

    private int year(int at, boolean twoDigits) {
      int year = number(at, 4);
      if (year != 0 || !twoDigits || at >= words.size() || words.get(at).folded().length() != 2) {
        return year;
      }
      String digits = words.get(at).folded();
      if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return 0;
      }
      int two = Integer.parseInt(digits);
      return two < PIVOT ? 2000 + two : 1900 + two;
    }

    /** A day of a month, perhaps with the ending of an ordinal number; 0 if it is none. */
    private int ordinal(int at) {
      if (at >= words.size()) {
        return 0;
      }
      String word = words.get(at).folded();
      int digits = 0;
      while (digits < word.length() && digits < 2 && Numeral.isDigit(word.charAt(digits))) {
        digits++;
      }
      return digits > 0 && ORDINALS.contains(word.substring(digits))
          ? Integer.parseInt(word.substring(0, digits))
          : 0;
    }

    /** Skips a word that joins day, month and year. */
    private int joint(int at) {
      return at < words.size() && JOINTS.contains(words.get(at).folded()) ? at + 1 : at;
    }

    /** Whether word {@code at} is glued to a longer number on its left. */
    private boolean continues(int at) {
      int start = words.get(at).start();
      return start > 1
          && "./-:,".indexOf(text.charAt(start - 1)) >= 0
          && Numeral.isDigit(text.charAt(start - 2));
    }

    /** Whether word {@code at} is glued to a longer number on its right. */
    private boolean goesOn(int at) {
      int end = words.get(at).end();
      return end + 1 < text.length()
          && "./-:,".indexOf(text.charAt(end)) >= 0
          && Numeral.isDigit(text.charAt(end + 1));
    }
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
