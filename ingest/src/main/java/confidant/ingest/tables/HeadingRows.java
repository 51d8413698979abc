package confidant.ingest.tables;

import confidant.ingest.layout.Word;
import java.util.List;
import java.util.stream.IntStream;

/** Finds headings in tables of texts whose source says nothing about them. */
public final class HeadingRows {

  /** Rows that are looked at; more would not change what the columns hold. */
  private static final int SAMPLE = 500;

  private HeadingRows() {}

  /**
   * How many rows at the top are headings. Labels and values in two columns have none, unless the
   * second is one of figures.
   *
   * @param rows cells from left to right, empty where nothing stands, as many in each row
   */
  public static int count(List<List<String>> rows) {
    List<List<String>> sample = rows.subList(0, Math.min(SAMPLE, rows.size()));
    int columns = sample.getFirst().size();
    if (columns == 2
        && sample.stream().filter(row -> Figures.isFigure(row.getLast())).count() < 2) {
      return 0;
    }
    return Headings.count(grid(sample, columns));
  }

  private static Grid grid(List<List<String>> rows, int columns) {
    Grid grid = new Grid(IntStream.range(0, columns).mapToObj(i -> new Band(i, i + 1)).toList());
    for (int row = 0; row < rows.size(); row++) {
      grid.addRow(row, row + 1);
      for (int column = 0; column < columns; column++) {
        String text = rows.get(row).get(column);
        if (!text.isEmpty()) {
          Word word = new Word(text, column, column + 1, row, 1, 1);
          grid.addLine(row, column, column, List.of(word));
        }
      }
    }
    return grid;
  }
}
