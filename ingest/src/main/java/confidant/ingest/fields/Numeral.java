package confidant.ingest.fields;

import confidant.ingest.document.Conventions.DecimalMark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Digits and the separators between them, as in {@code 1'234.56}.
 *
 * @param groups digits between separators, at least one
 * @param separators one less than groups; blanks of all widths are {@code ' '}, apostrophes of all
 *     forms {@code '\''}
 * @param end where it ends in the text, excluded
 */
record Numeral(List<String> groups, List<Character> separators, int end) {

  /** More digits than any amount has; what is longer is some other number. */
  private static final int MOST_DIGITS = 24;

  /** More digits than an amount without separators has. */
  private static final int MOST_PLAIN_DIGITS = 9;

  private static final int GROUP = 3;
  private static final char NONE = 0;

  /**
   * The numeral whose first digit is at {@code start}.
   *
   * @param blanks whether ordinary blanks may separate thousands; narrow and no-break ones always
   *     do
   */
  static Numeral at(String text, int start, boolean blanks) {
    List<String> groups = new ArrayList<>();
    List<Character> separators = new ArrayList<>();
    int end = digitsEnd(text, start);
    groups.add(text.substring(start, end));
    while (end + 1 < text.length() && isDigit(text.charAt(end + 1))) {
      char separator = separator(text.charAt(end), blanks);
      int next = digitsEnd(text, end + 1);
      if (separator == NONE || (separator == ' ' && !joins(groups, separators, next - end - 1))) {
        break;
      }
      groups.add(text.substring(end + 1, next));
      separators.add(separator);
      end = next;
    }
    return new Numeral(List.copyOf(groups), List.copyOf(separators), end);
  }

  /** A blank goes on with a number only where three digits follow and no other separator was. */
  private static boolean joins(List<String> groups, List<Character> separators, int digits) {
    boolean onlyBlanks = separators.isEmpty() || separators.getLast() == ' ';
    return digits == GROUP && onlyBlanks && groups.getLast().length() <= GROUP;
  }

  static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  static boolean isBlank(char character) {
    return character == '\t' || Character.isSpaceChar(character);
  }

  /**
   * Its value; empty if it cannot be an amount, such as {@code 01.05.14}, or contradicts {@code
   * mark}, or could be read in two ways.
   */
  Optional<BigDecimal> value(DecimalMark mark) {
    int digits = groups.stream().mapToInt(String::length).sum();
    if (digits > MOST_DIGITS || !startsAsNumber()) {
      return Optional.empty();
    }
    if (separators.isEmpty()) {
      return digits > MOST_PLAIN_DIGITS
          ? Optional.empty()
          : Optional.of(new BigDecimal(groups.getFirst()));
    }
    if (hasFraction(mark)) {
      int last = groups.size() - 1;
      return thousands(last)
          ? Optional.of(
              new BigDecimal(String.join("", groups.subList(0, last)) + "." + groups.get(last)))
          : Optional.empty();
    }
    return thousands(groups.size()) && mayGroup(mark)
        ? Optional.of(new BigDecimal(String.join("", groups)))
        : Optional.empty();
  }

  /** Whether its last group is a fraction when {@code mark} is the paper's decimal mark. */
  boolean hasFraction(DecimalMark mark) {
    if (separators.isEmpty()) {
      return false;
    }
    char last = separators.getLast();
    if (last != '.' && last != ',') {
      return false;
    }
    if (separators.indexOf(last) < separators.size() - 1) {
      return false; // occurs twice, as only a separator of thousands does
    }
    if (separators.size() > 1) {
      return true; // differs from those before
    }
    return switch (mark) {
      case POINT -> last == '.';
      case COMMA -> last == ',';
      case UNKNOWN -> groups.getLast().length() != GROUP || groups.getFirst().equals("0");
    };
  }

  /** A number such as 0012 is a name. */
  private boolean startsAsNumber() {
    String first = groups.getFirst();
    return first.length() == 1 || first.charAt(0) != '0';
  }

  /** Whether its first {@code count} groups are digits in threes; in India in twos but the last. */
  private boolean thousands(int count) {
    if (count == 1) {
      return true;
    }
    char separator = separators.getFirst();
    boolean right = groups.getFirst().length() <= GROUP && groups.get(count - 1).length() == GROUP;
    for (int i = 1; i < count; i++) {
      int length = groups.get(i).length();
      boolean indian =
          separator == ',' && length == GROUP - 1 && groups.getFirst().length() < GROUP;
      right &= separators.get(i - 1) == separator && (length == GROUP || indian);
    }
    return right;
  }

  private boolean mayGroup(DecimalMark mark) {
    char separator = separators.getFirst();
    if (separators.size() > 1 || separator == ' ' || separator == '\'') {
      return true;
    }
    return switch (mark) {
      case POINT -> separator == ',';
      case COMMA -> separator == '.';
      case UNKNOWN -> false;
    };
  }

  private static int digitsEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static char separator(char character, boolean blanks) {
    return switch (character) {
      case '.', ',' -> character;
      case '\'', '\u2019', '\u02BC', '\u00B4', '`' -> '\'';
      case '\u00A0', '\u202F', '\u2009', '\u2007', '\u2008' -> ' ';
      case ' ' -> blanks ? ' ' : NONE;
      default -> NONE;
    };
  }
}
