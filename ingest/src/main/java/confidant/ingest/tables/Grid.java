package confidant.ingest.tables;

import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.layout.SpannedText;
import confidant.ingest.layout.TextRow;
import confidant.ingest.layout.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words in rows and columns, on the way to a table. */
final class Grid {

  private final List<Band> columns;
  private final List<Row> rows = new ArrayList<>();

  Grid(List<Band> columns) {
    this.columns = List.copyOf(columns);
  }

  int columnCount() {
    return columns.size();
  }

  int rowCount() {
    return rows.size();
  }

  /** Adds an empty row that reaches from {@code top} to {@code bottom}. */
  void addRow(double top, double bottom) {
    rows.add(new Row(new Band(top, bottom), columns.stream().map(column -> new Draft()).toList()));
  }

  /**
   * Adds a line of words to a cell, below those it has.
   *
   * @param last last of the columns over which the cell reaches
   */
  void addLine(int row, int column, int last, List<Word> words) {
    List<Draft> cells = rows.get(row).cells();
    cells.get(column).add(words);
    for (int spanned = column + 1; spanned <= last; spanned++) {
      cells.get(spanned).spanning.add(words);
    }
  }

  boolean isEmpty(int row, int column) {
    return rows.get(row).cells().get(column).lines.isEmpty();
  }

  String text(int row, int column) {
    return rows.get(row).cells().get(column).text();
  }

  /** Whether a cell holds a figure and nothing else. */
  boolean isFigure(int row, int column) {
    return rows.get(row).cells().get(column).isFigure();
  }

  long filled(int row) {
    return rows.get(row).cells().stream().filter(cell -> !cell.lines.isEmpty()).count();
  }

  /** Share of cells that hold text. */
  double fillRatio() {
    long filled = IntStream.range(0, rows.size()).mapToLong(this::filled).sum();
    return filled / (double) Math.max(1, rows.size() * columns.size());
  }

  /** Texts of all cells. */
  Stream<String> texts() {
    return rows.stream().flatMap(row -> row.cells().stream()).map(Draft::text);
  }

  /** Where a column stands from left to right. */
  Band column(int column) {
    return columns.get(column);
  }

  /** Where a row stands from top to bottom. */
  Band rowBand(int row) {
    return rows.get(row).band();
  }

  /** Moves the lines of {@code row} into the row above it. */
  void mergeIntoPrevious(int row) {
    Row above = rows.get(row - 1);
    Row merged = rows.remove(row);
    for (int column = 0; column < columns.size(); column++) {
      above.cells().get(column).addAll(merged.cells().get(column));
    }
    rows.set(row - 1, new Row(above.band().union(merged.band()), above.cells()));
  }

  /** The grid without columns and rows in which nothing stands. */
  Grid trimmed() {
    List<Integer> kept =
        IntStream.range(0, columns.size())
            .filter(
                column -> IntStream.range(0, rows.size()).anyMatch(row -> !isEmpty(row, column)))
            .boxed()
            .toList();
    Grid trimmed = new Grid(kept.stream().map(columns::get).toList());
    for (int row = 0; row < rows.size(); row++) {
      if (filled(row) > 0) {
        List<Draft> cells = rows.get(row).cells();
        trimmed.rows.add(new Row(rowBand(row), kept.stream().map(cells::get).toList()));
      }
    }
    return trimmed;
  }

  /** The grid with {@code column} and the one right of it made one. */
  Grid withColumnsJoined(int column) {
    List<Band> bands = new ArrayList<>(columns);
    bands.set(column, bands.get(column).union(bands.remove(column + 1)));
    Grid joined = new Grid(bands);
    for (Row row : rows) {
      List<Draft> cells = new ArrayList<>(row.cells());
      cells.set(column, cells.get(column).and(cells.remove(column + 1)));
      joined.rows.add(new Row(row.band(), cells));
    }
    return joined;
  }

  /** The table, of which the first {@code headerRows} are headings. */
  Table toTable(int headerRows) {
    List<List<Cell>> cells =
        IntStream.range(0, rows.size()).mapToObj(row -> cells(row, row < headerRows)).toList();
    BoundingBox box =
        cells.stream()
            .flatMap(List::stream)
            .map(Cell::box)
            .reduce(BoundingBox::union)
            .orElseThrow();
    return new Table(cells, headerRows, box);
  }

  private List<Cell> cells(int row, boolean heading) {
    Band vertical = rowBand(row);
    List<Cell> cells = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      Draft draft = rows.get(row).cells().get(column);
      Band place = columns.get(column);
      List<List<Word>> shown = heading ? draft.asHeading() : draft.lines;
      BoundingBox box =
          draft.lines.stream()
              .flatMap(List::stream)
              .map(Word::box)
              .reduce(BoundingBox::union)
              .orElse(
                  new BoundingBox(
                      place.start(), vertical.start(), place.length(), vertical.length()));
      SpannedText spanned = new SpannedText();
      shown.forEach(line -> spanned.add(" ", line));
      cells.add(new Cell(spanned.text(), box, spanned.spans()));
    }
    return cells;
  }

  private static String text(List<List<Word>> lines) {
    return String.join(" ", lines.stream().map(TextRow::text).toList());
  }

  private record Row(Band band, List<Draft> cells) {}

  /** A cell that still grows. */
  private static final class Draft {

    private final List<List<Word>> lines = new ArrayList<>();

    /** Lines of the cell to the left that reaches over this one. */
    private final List<List<Word>> spanning = new ArrayList<>();

    /** What the lines say, until they change: it is asked for again and again. */
    private @Nullable String text;

    private boolean figure;

    void add(List<Word> line) {
      lines.add(line);
      text = null;
    }

    void addAll(Draft other) {
      lines.addAll(other.lines);
      spanning.addAll(other.spanning);
      text = null;
    }

    Draft and(Draft other) {
      Draft both = new Draft();
      both.lines.addAll(lines);
      both.lines.addAll(other.lines);
      both.spanning.addAll(spanning);
      return both;
    }

    String text() {
      String known = text;
      if (known == null) {
        known = Grid.text(lines);
        figure = Figures.isFigure(known);
        text = known;
      }
      return known;
    }

    boolean isFigure() {
      text();
      return figure;
    }

    /**
     * A heading over several columns names each of them. One with digits stays where it is: no
     * number may appear twice.
     */
    List<List<Word>> asHeading() {
      List<List<Word>> all = new ArrayList<>();
      spanning.stream().filter(line -> !Figures.hasDigit(TextRow.text(line))).forEach(all::add);
      all.addAll(lines);
      return all;
    }
  }
}
