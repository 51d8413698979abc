package confidant.ingest.fields;

import confidant.ingest.document.Field;
import confidant.ingest.words.Word;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds numbers of accounts and cards. Their values show the last four characters only. */
final class AccountNumbers {

  private static final String NAME = "account_number";
  private static final int LEAST_DIGITS = 6;

  /** Digits that papers show of a number that they hide. */
  private static final int LEAST_SHOWN = 3;

  private static final int SHORTEST_IBAN = 15;
  private static final int LONGEST_IBAN = 34;
  private static final BigInteger IBAN_MODULUS = BigInteger.valueOf(97);
  private static final double UNLABELLED = 0.7;
  private static final int LONGEST_PIECE = 200;

  private AccountNumbers() {}

  static Optional<Field> find(Sheet sheet, ValueFinder values) {
    return values
        .find(NAME, AccountNumbers::parse)
        .or(() -> sheet.rows().stream().flatMap(row -> unlabelled(row).stream()).findFirst())
        .map(field -> Fields.as(field, NAME, Fields.masked(field.raw())));
  }

  private static Optional<Field> parse(Place place) {
    String text = place.text();
    List<Word> words = Word.of(text);
    Optional<int[]> span = iban(words).or(() -> lastNumber(text, words));
    return span.map(
        it ->
            Fields.text(
                NAME,
                0,
                place.row(),
                place.piece(),
                place.start() + it[0],
                place.start() + it[1],
                place.confidence()));
  }

  /** An IBAN is known by its check digits, a British account by the sort code before it. */
  private static Optional<Field> unlabelled(Row row) {
    for (Piece piece : row.pieces()) {
      if (piece.text().length() <= LONGEST_PIECE) {
        List<Word> words = Word.of(piece.text());
        Optional<int[]> span = iban(words).or(() -> afterSortCode(piece.text(), words));
        if (span.isPresent()) {
          return Optional.of(
              Fields.text(NAME, 0, row, piece, span.get()[0], span.get()[1], UNLABELLED));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<int[]> iban(List<Word> words) {
    for (int first = 0; first < words.size(); first++) {
      if (!startsIban(words.get(first).folded())) {
        continue;
      }
      StringBuilder plain = new StringBuilder();
      for (int last = first; last < words.size() && plain.length() < LONGEST_IBAN; last++) {
        plain.append(words.get(last).folded());
        if (isIban(plain.toString())) {
          return Optional.of(new int[] {words.get(first).start(), words.get(last).end()});
        }
      }
    }
    return Optional.empty();
  }

  private static boolean startsIban(String word) {
    return word.length() >= 4
        && word.chars().limit(2).allMatch(c -> c >= 'a' && c <= 'z')
        && word.chars().skip(2).limit(2).allMatch(c -> c >= '0' && c <= '9');
  }

  /** ISO 13616: the first four characters moved to the end, letters as 10 to 35, is 1 modulo 97. */
  private static boolean isIban(String plain) {
    if (plain.length() < SHORTEST_IBAN || plain.length() > LONGEST_IBAN) {
      return false;
    }
    StringBuilder digits = new StringBuilder();
    String turned = (plain.substring(4) + plain.substring(0, 4)).toLowerCase(Locale.ROOT);
    for (int i = 0; i < turned.length(); i++) {
      int digit = Character.digit(turned.charAt(i), Character.MAX_RADIX);
      if (digit < 0) {
        return false;
      }
      digits.append(digit);
    }
    return new BigInteger(digits.toString()).mod(IBAN_MODULUS).equals(BigInteger.ONE);
  }

  /** The last run of digits, its groups joined by blanks or hyphens where each is short. */
  private static Optional<int[]> lastNumber(String text, List<Word> words) {
    for (int last = words.size() - 1; last >= 0; last--) {
      if (!hasDigits(words.get(last))) {
        continue;
      }
      int first = last;
      int digits = length(words.get(last));
      while (first > 0 && digits < LEAST_DIGITS * 3 && joins(text, words, first)) {
        first--;
        digits += length(words.get(first));
      }
      int start = maskStart(text, words.get(first).start());
      boolean masked = start < words.get(first).start() && digits >= LEAST_SHOWN;
      return digits >= LEAST_DIGITS || masked
          ? Optional.of(new int[] {start, words.get(last).end()})
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** Where signs start that stand for hidden digits right before {@code end}. */
  private static int maskStart(String text, int end) {
    int start = end;
    while (start > 0 && Fields.MASKS.indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    return start;
  }

  /** Whether the word before {@code at} is a part of the same number. */
  private static boolean joins(String text, List<Word> words, int at) {
    Word before = words.get(at - 1);
    Word word = words.get(at);
    String gap = text.substring(before.end(), word.start());
    boolean hyphen = gap.equals("-");
    boolean blank = gap.equals(" ") && length(word) < LEAST_DIGITS;
    return (hyphen || blank) && (hasDigits(before) || isMask(before));
  }

  private static Optional<int[]> afterSortCode(String text, List<Word> words) {
    for (int i = 0; i + 3 < words.size(); i++) {
      Word account = words.get(i + 3);
      boolean pairs =
          words.subList(i, i + 3).stream().allMatch(word -> hasDigits(word) && length(word) == 2);
      boolean hyphens =
          pairs
              && text.charAt(words.get(i).end()) == '-'
              && text.charAt(words.get(i + 1).end()) == '-';
      if (hyphens && hasDigits(account) && length(account) >= LEAST_DIGITS) {
        return Optional.of(new int[] {account.start(), account.end()});
      }
    }
    return Optional.empty();
  }

  private static boolean hasDigits(Word word) {
    return word.folded().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Papers hide digits themselves. */
  private static boolean isMask(Word word) {
    return word.folded().chars().allMatch(c -> c == 'x');
  }

  private static int length(Word word) {
    return word.folded().length();
  }
}
