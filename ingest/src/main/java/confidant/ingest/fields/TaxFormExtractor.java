package confidant.ingest.fields;

import confidant.ingest.document.Field;
import confidant.ingest.words.Vocabulary;
import confidant.ingest.words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads tax forms: the year and the numbered boxes with an amount.
 *
 * <p>A box is a number such as 1a, words, and an amount behind them, right of them or below them.
 */
final class TaxFormExtractor implements Extractor {

  private static final double BEHIND = 0.85;
  private static final double BELOW = 0.7;
  private static final double TITLE = 0.7;
  private static final int TOP_ROWS = 25;
  private static final int LONGEST_PIECE = 200;
  private static final int ROWS_BELOW = 3;
  private static final int WIDEST = 100;

  private final Vocabulary labels = Fields.vocabulary("tax");
  private final Vocabulary forms = Fields.vocabulary("tax.forms");

  @Override
  public void extract(Sheet sheet, FindingsBuilder findings) {
    ValueFinder values = new ValueFinder(sheet, labels);
    findings.add(values.find("tax_year", TaxFormExtractor::year).or(() -> titleYear(sheet)));
    findings.add(values.name("payer"));
    findings.add(values.name("taxpayer"));
    int item = 1;
    for (int row = 0; row < sheet.rows().size(); row++) {
      for (Piece piece : sheet.rows().get(row).pieces()) {
        List<Field> box = box(sheet, row, piece, item);
        findings.addAll(box);
        item += box.isEmpty() ? 0 : 1;
      }
    }
  }

  private static Optional<Field> year(Place place) {
    for (Word word : Word.of(place.text())) {
      if (isYear(word)) {
        int start = place.start() + word.start();
        int end = place.start() + word.end();
        return Optional.of(
            Fields.text("tax_year", 0, place.row(), place.piece(), start, end, place.confidence()));
      }
    }
    return Optional.empty();
  }

  /** A year in the title, near the word for a form. */
  private Optional<Field> titleYear(Sheet sheet) {
    for (Row row : sheet.rows().subList(0, Math.min(TOP_ROWS, sheet.rows().size()))) {
      if (!forms.find(Word.of(row.text())).isEmpty()) {
        for (Piece piece : row.pieces()) {
          for (Word word : Word.of(piece.text())) {
            if (isYear(word)) {
              return Optional.of(
                  Fields.text("tax_year", 0, row, piece, word.start(), word.end(), TITLE));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isYear(Word word) {
    String text = word.folded();
    return text.length() == 4
        && (text.startsWith("19") || text.startsWith("20"))
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static List<Field> box(Sheet sheet, int index, Piece piece, int item) {
    Row row = sheet.rows().get(index);
    if (piece.text().length() > LONGEST_PIECE || row.pieces().size() > WIDEST) {
      return List.of();
    }
    if (!isLabel(piece.text())) {
      return List.of();
    }
    List<Word> words = Word.of(piece.text());
    Optional<Field> amount =
        behind(sheet, row, piece, item)
            .or(() -> right(sheet, row, piece, item))
            .or(() -> below(sheet, index, piece, item));
    return amount.map(found -> fields(row, piece, words, found, item)).orElse(List.of());
  }

  private static List<Field> fields(
      Row row, Piece piece, List<Word> words, Field amount, int item) {
    int labelStart = words.get(1).start();
    int amountStart = piece.text().indexOf(amount.raw(), labelStart);
    int end = amountStart < 0 ? piece.text().length() : amountStart;
    int labelEnd = piece.text().substring(0, end).stripTrailing().length();
    List<Field> fields = new ArrayList<>();
    fields.add(
        Fields.text(
            "box.number", item, row, piece, 0, words.getFirst().end(), amount.confidence()));
    if (labelEnd > labelStart) {
      fields.add(
          Fields.text("box.label", item, row, piece, labelStart, labelEnd, amount.confidence()));
    }
    fields.add(amount);
    return List.copyOf(fields);
  }

  /** Whether a text is the number of a box and words. */
  private static boolean isLabel(String text) {
    List<Word> words = Word.of(text);
    return words.size() >= 2
        && isBoxNumber(words.getFirst().folded())
        && words.getFirst().start() == 0
        && words.get(1).hasLetter()
        && words.get(1).folded().length() > 1;
  }

  /** One or two digits, perhaps with a letter. */
  private static boolean isBoxNumber(String word) {
    int digits = 0;
    while (digits < word.length() && Numeral.isDigit(word.charAt(digits))) {
      digits++;
    }
    boolean letter = word.length() == digits + 1 && Character.isLetter(word.charAt(digits));
    return digits > 0 && digits <= 2 && (word.length() == digits || letter);
  }

  private static Optional<Field> behind(Sheet sheet, Row row, Piece piece, int item) {
    return sheet.amounts().find(piece.text()).reversed().stream()
        .filter(amount -> amount.money() && piece.text().substring(amount.end()).isBlank())
        .findFirst()
        .map(amount -> Fields.amount("box.amount", item, amount, row, piece, BEHIND));
  }

  private static Optional<Field> right(Sheet sheet, Row row, Piece piece, int item) {
    int next = row.pieces().indexOf(piece) + 1;
    return next == row.pieces().size()
        ? Optional.empty()
        : money(sheet, row, row.pieces().get(next), item, BEHIND);
  }

  /**
   * The amount in the first row below that has amounts, one for each label of the label's row:
   * where there are fewer, nothing tells which box is empty.
   */
  private static Optional<Field> below(Sheet sheet, int index, Piece piece, int item) {
    Row row = sheet.rows().get(index);
    List<Piece> labels = row.pieces().stream().filter(it -> isLabel(it.text())).toList();
    int last = Math.min(sheet.rows().size() - 1, index + ROWS_BELOW);
    for (int next = index + 1; next <= last; next++) {
      Row under = sheet.rows().get(next);
      boolean ends = under.pieces().stream().anyMatch(it -> isLabel(it.text()));
      if (ends || under.page() != row.page() || under.pieces().size() > WIDEST) {
        return Optional.empty();
      }
      List<Field> amounts = amounts(sheet, under, item);
      if (!amounts.isEmpty()) {
        return amounts.size() == labels.size()
            ? Optional.of(amounts.get(labels.indexOf(piece)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Amounts of a row; a currency sign may stand apart. */
  private static List<Field> amounts(Sheet sheet, Row row, int item) {
    List<Field> amounts = new ArrayList<>();
    for (int i = 0; i < row.pieces().size(); i++) {
      Piece piece = row.pieces().get(i);
      boolean signed = i > 0 && Currencies.isCurrency(row.pieces().get(i - 1).text());
      sheet
          .amounts()
          .whole(piece.text())
          .filter(amount -> signed || amount.money())
          .ifPresent(
              amount -> amounts.add(Fields.amount("box.amount", item, amount, row, piece, BELOW)));
    }
    return List.copyOf(amounts);
  }

  private static Optional<Field> money(
      Sheet sheet, Row row, Piece piece, int item, double confidence) {
    return sheet
        .amounts()
        .whole(piece.text())
        .filter(Amount::money)
        .map(amount -> Fields.amount("box.amount", item, amount, row, piece, confidence));
  }
}
