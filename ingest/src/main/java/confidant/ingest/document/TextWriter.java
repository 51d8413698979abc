package confidant.ingest.document;

import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes documents as plain text: a line per line of text, an empty line between blocks, columns of
 * tables side by side, padded with blanks, and a form feed between pages.
 *
 * <p>Columns of figures end at the same place, others begin there. Characters count as equally
 * wide.
 */
public final class TextWriter {

  private static final char NEXT_PAGE = '\f';
  private static final String GAP = "  ";

  private TextWriter() {}

  /** All pages. */
  public static String write(Document document) {
    StringBuilder out = new StringBuilder();
    for (Page page : document.pages()) {
      if (!out.isEmpty()) {
        out.append(NEXT_PAGE);
      }
      out.append(write(page));
    }
    return out.toString();
  }

  private static String write(Page page) {
    StringBuilder out = new StringBuilder();
    for (Block block : page.blocks()) {
      if (!out.isEmpty()) {
        out.append('\n');
      }
      switch (block) {
        case Paragraph paragraph -> {
          for (Line line : paragraph.lines()) {
            out.append(line.text().stripTrailing()).append('\n');
          }
        }
        case Table table -> writeTable(table, out);
      }
    }
    return out.toString();
  }

  private static void writeTable(Table table, StringBuilder out) {
    int columns = table.rows().stream().mapToInt(List::size).max().orElse(0);
    List<Column> layout = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      layout.add(Column.of(table, column));
    }
    for (List<Cell> row : table.rows()) {
      int lines = row.stream().mapToInt(cell -> lines(cell).size()).max().orElse(0);
      for (int line = 0; line < Math.max(1, lines); line++) {
        out.append(line(row, line, layout).stripTrailing()).append('\n');
      }
    }
  }

  /** One line of a row, whose cells may have several. */
  private static String line(List<Cell> row, int line, List<Column> layout) {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      List<String> lines = lines(row.get(column));
      text.append(column == 0 ? "" : GAP)
          .append(layout.get(column).padded(line < lines.size() ? lines.get(line) : ""));
    }
    return text.toString();
  }

  private static List<String> lines(Cell cell) {
    return cell.text().lines().map(String::strip).toList();
  }

  /**
   * How a column is set.
   *
   * @param width in characters
   * @param figures whether its texts end at the same place
   */
  private record Column(int width, boolean figures) {

    static Column of(Table table, int index) {
      int width = 0;
      int figures = 0;
      int others = 0;
      for (int row = 0; row < table.rows().size(); row++) {
        List<Cell> cells = table.rows().get(row);
        for (String text : index < cells.size() ? lines(cells.get(index)) : List.<String>of()) {
          width = Math.max(width, length(text));
          if (row >= table.headerRows() && !text.isEmpty()) {
            boolean figure = isFigure(text);
            figures += figure ? 1 : 0;
            others += figure ? 0 : 1;
          }
        }
      }
      return new Column(width, figures > others);
    }

    /** More digits than letters, and no date, which has marks of one kind at fixed places. */
    private static boolean isFigure(String text) {
      long digits = text.chars().filter(Character::isDigit).count();
      long letters = text.chars().filter(Character::isLetter).count();
      long breaks = text.chars().filter(c -> c == '/' || c == ':' || c == '-').count();
      return digits > 0 && digits > letters && breaks < 2;
    }

    String padded(String text) {
      String blanks = " ".repeat(Math.max(0, width - length(text)));
      return figures ? blanks + text : text + blanks;
    }

    private static int length(String text) {
      return text.codePointCount(0, text.length());
    }
  }
}
