package confidant.ingest.fields;

import confidant.ingest.document.Conventions.DecimalMark;
import confidant.ingest.words.Vocabulary;
import confidant.ingest.words.Vocabulary.Hit;
import confidant.ingest.words.Word;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A reference range of a laboratory, such as {@code 0.7 - 1.3}, {@code < 200} or {@code bis 5,0}.
 *
 * @param low least value within
 * @param high greatest value within
 * @param open whether the bound itself lies outside
 * @param rest what follows it, such as a unit
 */
record LabRange(Optional<BigDecimal> low, Optional<BigDecimal> high, boolean open, String rest) {

  private static final Vocabulary JOINERS = Fields.vocabulary("until");
  private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212";

  /** Where a value lies. */
  enum Position {
    LOW,
    WITHIN,
    HIGH
  }

  Position position(BigDecimal value) {
    int least = open ? 0 : -1;
    if (low.isPresent() && value.compareTo(low.get()) <= least) {
      return Position.LOW;
    }
    return high.isPresent() && value.compareTo(high.get()) >= -least
        ? Position.HIGH
        : Position.WITHIN;
  }

  /** The range that {@code text} starts with, perhaps in brackets. */
  static Optional<LabRange> parse(String text, DecimalMark mark) {
    Reader reader = new Reader(text.strip(), mark);
    return reader.read();
  }

  private static final class Reader {
    private final String text;
    private final DecimalMark mark;
    private int at;

    Reader(String text, DecimalMark mark) {
      this.text = text;
      this.mark = mark;
    }

    Optional<LabRange> read() {
      skip("([");
      char first = at < text.length() ? text.charAt(at) : 0;
      boolean until = skipUntil();
      boolean compared = !until && "<>\u2264\u2265".indexOf(first) >= 0 && first != 0;
      if (compared) {
        at++;
      }
      boolean inclusive = first == '\u2264' || first == '\u2265' || (compared && skip("="));
      skipBlanks();
      Optional<BigDecimal> number = number();
      if (number.isEmpty()) {
        return Optional.empty();
      }
      if (compared) {
        boolean least = first == '>' || first == '\u2265';
        return Optional.of(
            least
                ? new LabRange(number, Optional.empty(), !inclusive, rest())
                : new LabRange(Optional.empty(), number, !inclusive, rest()));
      }
      if (until) {
        return Optional.of(new LabRange(Optional.empty(), number, false, rest()));
      }
      skipBlanks();
      boolean joined = skip(DASHES) || skipUntil();
      skipBlanks();
      Optional<BigDecimal> high = joined ? number() : Optional.empty();
      return high.filter(it -> it.compareTo(number.get()) >= 0)
          .map(it -> new LabRange(number, Optional.of(it), false, rest()));
    }

    private Optional<BigDecimal> number() {
      if (at >= text.length() || !Numeral.isDigit(text.charAt(at))) {
        return Optional.empty();
      }
      Numeral numeral = Numeral.at(text, at, false);
      at = numeral.end();
      if (at < text.length() && text.charAt(at) == '/') {
        return Optional.empty();
      }
      return numeral.value(mark);
    }

    private String rest() {
      String rest = text.substring(at).strip();
      boolean closes = rest.endsWith(")") && rest.indexOf('(') < 0;
      return closes || rest.endsWith("]") ? rest.substring(0, rest.length() - 1).strip() : rest;
    }

    private void skipBlanks() {
      while (at < text.length() && Numeral.isBlank(text.charAt(at))) {
        at++;
      }
    }

    private boolean skip(String characters) {
      boolean there = at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
      at += there ? 1 : 0;
      return there;
    }

    /** Skips a word such as "to" or "bis". */
    private boolean skipUntil() {
      List<Word> words = Word.of(text.substring(at, Math.min(text.length(), at + 20)));
      Optional<Hit> hit =
          words.isEmpty() || words.getFirst().start() > 0
              ? Optional.empty()
              : JOINERS.longestAt(words, 0);
      hit.ifPresent(it -> at += words.get(it.end() - 1).end());
      skipBlanks();
      return hit.isPresent();
    }
  }
}
