package confidant.ingest.fields;

import confidant.ingest.document.Field;
import confidant.ingest.words.Vocabulary;
import confidant.ingest.words.Word;
import java.util.Optional;

/** Reads tax forms: the year, who pays, who is taxed, and the numbered boxes with an amount. */
final class TaxFormExtractor implements Extractor {

  private static final double TITLE = 0.7;
  private static final double LONE_YEAR = 0.6;
  private static final double FILLED_IN = 0.7;
  private static final int TOP_ROWS = 25;

  /** Boxes may have a letter before their label. */
  private static final int LONGEST_BOX_LETTER = 3;

  /** Rows below a label that may still be in its box, what stands beside it among them. */
  private static final int ROWS_OF_BOX = 6;

  /** Left edges this near, in points, are alike. */
  private static final double SAME_EDGE = 12;

  private final Vocabulary labels = Fields.vocabulary("tax");
  private final Vocabulary forms = Fields.vocabulary("tax.forms");

  @Override
  public void extract(Sheet sheet, FindingsBuilder findings) {
    ValueFinder values = new ValueFinder(sheet, labels);
    findings.add(values.find("tax_year", TaxFormExtractor::year).or(() -> titleYear(sheet)));
    findings.add(values.name("payer").or(() -> filledIn(sheet, values, "payer")));
    findings.add(values.name("taxpayer").or(() -> filledIn(sheet, values, "taxpayer")));
    findings.addAll(TaxBoxes.find(sheet));
  }

  /**
   * What stands below the label of a box, at the same left edge: labels of forms say more than the
   * name of what they ask for, over several lines.
   */
  private static Optional<Field> filledIn(Sheet sheet, ValueFinder values, String name) {
    return values.labels(name).stream()
        .filter(label -> label.start() <= LONGEST_BOX_LETTER && !label.hasColon(sheet))
        .flatMap(label -> below(sheet, label, name).stream())
        .findFirst();
  }

  private static Optional<Field> below(Sheet sheet, Label label, String name) {
    double left = label.piece(sheet).box().left();
    int end = Math.min(sheet.rows().size(), label.row() + 1 + ROWS_OF_BOX);
    for (Row row : sheet.rows().subList(label.row() + 1, end)) {
      for (Piece piece : row.pieces()) {
        boolean below = Math.abs(piece.box().left() - left) <= SAME_EDGE;
        boolean goesOn = Character.isLowerCase(piece.text().charAt(0));
        if (below && !goesOn && row.page() == label.row(sheet).page()) {
          boolean named =
              Fields.isName(piece.text())
                  && !Fields.isLabel(piece.text())
                  && piece.text().indexOf(':') < 0;
          return named
              ? Optional.of(Fields.text(name, 0, row, piece, FILLED_IN))
              : Optional.empty();
        }
      }
    }
    return Optional.empty();
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
    return loneYear(sheet);
  }

  /** A year in large print stands alone. */
  private static Optional<Field> loneYear(Sheet sheet) {
    return sheet.rows().stream()
        .limit(TOP_ROWS)
        .flatMap(
            row ->
                row.pieces().stream()
                    .filter(piece -> Word.of(piece.text()).size() == 1)
                    .filter(piece -> isYear(Word.of(piece.text()).getFirst()))
                    .map(piece -> Fields.text("tax_year", 0, row, piece, LONE_YEAR)))
        .findFirst();
  }

  private static boolean isYear(Word word) {
    String text = word.folded();
    return text.length() == 4
        && (text.startsWith("19") || text.startsWith("20"))
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
