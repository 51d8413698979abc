package confidant.ingest.tables;

import confidant.ingest.layout.TextRow;
import confidant.ingest.layout.Word;
import java.util.List;

/** What a row of text looks like. */
final class RowLook {

  private RowLook() {}

  /** Whether it holds no digits but those of years, as the names of columns do. */
  static boolean isNames(TextRow row) {
    return !Figures.hasDigitBesideYears(row.allText());
  }

  /** Whether names stand side by side in it. */
  static boolean isHeading(TextRow row) {
    return row.cells().size() > 1 && isNames(row);
  }

  static boolean startsAsFigure(List<Word> cell) {
    return Figures.startsAsFigure(TextRow.text(cell));
  }

  /** Where its figures stand. */
  static List<Band> figures(TextRow row) {
    return row.cells().stream().filter(RowLook::startsAsFigure).map(Band::of).toList();
  }

  /** Distance of a row's baseline from that of the row above it, in points. */
  static double distance(List<TextRow> rows, int row) {
    return rows.get(row).baseline() - rows.get(row - 1).baseline();
  }

  /** Whether both are set in one size, give or take what a scan adds. */
  static boolean isSameSize(TextRow one, TextRow other) {
    return Math.abs(one.fontSize() - other.fontSize())
        <= 0.06 * Math.max(one.fontSize(), other.fontSize());
  }
}
