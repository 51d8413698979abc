package confidant.ingest.fields;

import confidant.ingest.document.Conventions.DecimalMark;
import confidant.ingest.fields.Amount.Mark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds amounts in text.
 *
 * <p>Takes what can be nothing else: dates, times, account and telephone numbers, percentages,
 * quantities with a unit, and numbers whose separators contradict the paper's decimal mark are left
 * out. Looks at each character a bounded number of times.
 */
final class AmountParser {

  private static final String MINUS = "-\u2212\u2013\u2010\u2011";

  private final DecimalMark mark;
  private final boolean blanks;

  /**
   * A parser for papers that write numbers in one way.
   *
   * @param blanks whether ordinary blanks separate thousands in running text
   */
  AmountParser(DecimalMark mark, boolean blanks) {
    this.mark = mark;
    this.blanks = blanks;
  }

  /** The amount that {@code text} is, with nothing before or after. */
  Optional<Amount> whole(String text) {
    String stripped = text.strip();
    List<Amount> found = find(stripped, true);
    return found.size() == 1
            && found.getFirst().start() == 0
            && found.getFirst().end() == stripped.length()
        ? Optional.of(found.getFirst())
        : Optional.empty();
  }

  /** All amounts in {@code text}, from left to right. */
  List<Amount> find(String text) {
    return find(text, blanks);
  }

  private List<Amount> find(String text, boolean joinBlanks) {
    List<Amount> amounts = new ArrayList<>();
    int at = 0;
    int taken = 0;
    while (at < text.length()) {
      if (!Numeral.isDigit(text.charAt(at))) {
        at++;
        continue;
      }
      Numeral numeral = Numeral.at(text, at, joinBlanks);
      Optional<Amount> amount = new Context(text, taken, at, numeral).amount();
      amount.ifPresent(amounts::add);
      taken = amount.map(Amount::end).orElse(taken);
      at = amount.isPresent() ? taken : tokenEnd(text, numeral.end());
    }
    return amounts;
  }

  /** The end of the token that goes on at {@code at}: the parts of a date are no amounts. */
  private static int tokenEnd(String text, int at) {
    int end = at;
    while (end < text.length()
        && !Numeral.isBlank(text.charAt(end))
        && !Currencies.isSign(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** What stands around one numeral. */
  private final class Context {
    private final String text;
    private final int floor;
    private final Numeral numeral;
    private int start;
    private int end;
    private int signedStart;
    private int signedEnd;
    private Mark sign = Mark.NONE;
    private boolean currency;

    /**
     * The surroundings of {@code numeral}.
     *
     * @param floor where the amount before ends
     * @param digits where the numeral starts
     */
    Context(String text, int floor, int digits, Numeral numeral) {
      this.text = text;
      this.floor = floor;
      this.numeral = numeral;
      start = digits;
      end = numeral.end();
      signedStart = start;
      signedEnd = end;
    }

    Optional<Amount> amount() {
      Optional<BigDecimal> value = numeral.value(mark);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      before();
      after();
      if (isPartOfMore()) {
        return Optional.empty();
      }
      boolean negative = sign == Mark.MINUS || sign == Mark.DEBIT;
      return Optional.of(
          new Amount(
              negative ? value.get().negate() : value.get(),
              text.substring(signedStart, signedEnd).strip(),
              start,
              end,
              sign,
              currency || numeral.hasFraction(mark)));
    }

    /** Sign and currency in either order, and an opening bracket around both. */
    private void before() {
      for (int i = 0; i < 2; i++) {
        int next = skipBlanksBack(start);
        if (sign == Mark.NONE && next > floor && startsSign(next - 1)) {
          sign = text.charAt(next - 1) == '+' ? Mark.PLUS : Mark.MINUS;
          start = next - 1;
          signedStart = start;
        }
        next = skipBlanksBack(start);
        int code = Currencies.startBefore(text, next, floor);
        if (!currency && code < next) {
          currency = true;
          start = code;
        }
      }
    }

    /** A dash between words or after a number is no sign. */
    private boolean startsSign(int at) {
      char character = text.charAt(at);
      if (character != '+' && MINUS.indexOf(character) < 0) {
        return false;
      }
      boolean attached = at + 1 == start;
      boolean free =
          at == 0
              || Numeral.isBlank(text.charAt(at - 1))
              || text.charAt(at - 1) == '('
              || Currencies.isSign(text.charAt(at - 1));
      return free && (attached || at == 0);
    }

    private void after() {
      closeBracket();
      int next = skipBlanks(end);
      int code = Currencies.endAfter(text, next);
      if (!currency && code > next) {
        currency = true;
        end = code;
        closeBracket();
      }
      next = skipBlanks(end);
      if (sign == Mark.NONE && next == end && next < text.length() && endsSign(next)) {
        sign = text.charAt(next) == '+' ? Mark.PLUS : Mark.MINUS;
        end = next + 1;
        signedEnd = end;
        currencyAfterSign();
      } else if (sign == Mark.NONE) {
        suffix(next);
      }
    }

    private void currencyAfterSign() {
      int next = skipBlanks(end);
      int code = Currencies.endAfter(text, next);
      if (!currency && code > next) {
        currency = true;
        end = code;
      }
    }

    /** Brackets mean a minus when nothing else is inside. */
    private void closeBracket() {
      boolean open = start > floor && text.charAt(start - 1) == '(';
      int close = skipBlanks(end);
      if (open && sign == Mark.NONE && close < text.length() && text.charAt(close) == ')') {
        sign = Mark.MINUS;
        start--;
        signedStart = start;
        end = close + 1;
        signedEnd = end;
        int next = skipBlanksBack(start);
        int code = Currencies.startBefore(text, next, floor);
        if (!currency && code < next) {
          currency = true;
          start = code;
        }
      }
    }

    private boolean endsSign(int at) {
      char character = text.charAt(at);
      return (character == '+' || MINUS.indexOf(character) >= 0)
          && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    /** CR, DR, and S and H after an amount with a fraction. */
    private void suffix(int at) {
      int wordEnd = at;
      while (wordEnd < text.length() && Character.isLetter(text.charAt(wordEnd))) {
        wordEnd++;
      }
      if (wordEnd < text.length() && Character.isDigit(text.charAt(wordEnd))) {
        return;
      }
      sign =
          switch (text.substring(at, wordEnd)) {
            case "CR", "Cr", "cr" -> Mark.CREDIT;
            case "DR", "Dr", "dr", "DB" -> Mark.DEBIT;
            case "H" -> numeral.hasFraction(mark) ? Mark.CREDIT : Mark.NONE;
            case "S" -> numeral.hasFraction(mark) ? Mark.DEBIT : Mark.NONE;
            default -> Mark.NONE;
          };
      if (sign != Mark.NONE) {
        end = wordEnd;
        signedEnd = end;
      }
    }

    /** Whether letters, digits or signs of dates, times and shares are glued to it. */
    private boolean isPartOfMore() {
      if (start > 0 && glues(text.charAt(start - 1)) && !text.startsWith("..", start - 2)) {
        return true;
      }
      if (end >= text.length()) {
        return false;
      }
      char next = text.charAt(end);
      boolean percent = skipBlanks(end) < text.length() && text.charAt(skipBlanks(end)) == '%';
      boolean goesOn =
          end + 1 < text.length()
              && Character.isLetterOrDigit(text.charAt(end + 1))
              && "-/:.,'\u2013\u2019".indexOf(next) >= 0;
      return percent || goesOn || Character.isLetterOrDigit(next) || "/(\u00B0".indexOf(next) >= 0;
    }

    private static boolean glues(char character) {
      return Character.isLetterOrDigit(character)
          || "-/#.,'\u2013\u2019\u00B0@_".indexOf(character) >= 0;
    }

    private int skipBlanks(int at) {
      int next = at;
      while (next < text.length() && next < at + 2 && Numeral.isBlank(text.charAt(next))) {
        next++;
      }
      return next;
    }

    private int skipBlanksBack(int at) {
      int next = at;
      while (next > floor && next > at - 2 && Numeral.isBlank(text.charAt(next - 1))) {
        next--;
      }
      return next;
    }
  }
}
