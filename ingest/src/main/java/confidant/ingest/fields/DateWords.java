package confidant.ingest.fields;

import confidant.ingest.words.Vocabulary;
import confidant.ingest.words.Word;
import java.util.List;

/** A text by its words, of which some are parts of dates. */
final class DateWords {

  private static final Vocabulary MONTHS = Vocabulary.load(DateWords.class, "labels", "month");

  private static final List<String> ORDINALS =
      List.of("", "st", "nd", "rd", "th", "er", "o", "a", "e");
  private static final List<String> JOINTS = List.of("de", "del", "of");

  /** Years of two digits from here on are in the last century. */
  private static final int PIVOT = 69;

  private final String text;
  private final List<Word> words;

  DateWords(String text) {
    this.text = text;
    words = Word.of(text);
  }

  /** Whether a word names a month. */
  static boolean isMonth(Word word) {
    return MONTHS.contains(word);
  }

  int count() {
    return words.size();
  }

  int start(int at) {
    return words.get(at).start();
  }

  int end(int at) {
    return words.get(at).end();
  }

  /** The text from a word to another, both included. */
  String between(int first, int last) {
    return text.substring(start(first), end(last));
  }

  /** What stands between a word and the next. */
  String gap(int at) {
    return text.substring(end(at), start(at + 1));
  }

  /** Whether a full stop follows a word. */
  boolean hasPointAfter(int at) {
    return text.startsWith(".", end(at));
  }

  int length(int at) {
    return words.get(at).folded().length();
  }

  /** The first word from {@code at} on that starts at or after {@code end}. */
  int wordAfter(int at, int end) {
    int next = at;
    while (next < words.size() && start(next) < end) {
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

  /** A year of four digits or, if that may be, of two; 0 if a word is none. */
  int year(int at, boolean twoDigits) {
    int year = number(at, 4);
    if (year != 0 || !twoDigits || at >= words.size() || length(at) != 2) {
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
  int ordinal(int at) {
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
  int joint(int at) {
    return at < words.size() && JOINTS.contains(words.get(at).folded()) ? at + 1 : at;
  }

  /** Whether a word is glued to a longer number on its left. */
  boolean continues(int at) {
    int start = start(at);
    return start > 1
        && "./-:,".indexOf(text.charAt(start - 1)) >= 0
        && Numeral.isDigit(text.charAt(start - 2));
  }

  /** Whether a word is glued to a longer number on its right. */
  boolean goesOn(int at) {
    int end = end(at);
    return end + 1 < text.length()
        && "./-:,".indexOf(text.charAt(end)) >= 0
        && Numeral.isDigit(text.charAt(end + 1));
  }
}
