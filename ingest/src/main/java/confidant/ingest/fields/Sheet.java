package confidant.ingest.fields;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.Conventions;
import confidant.ingest.document.Conventions.DecimalMark;
import confidant.ingest.document.Document;
import confidant.ingest.document.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * A document as rows of pieces, with parsers that know its way of writing numbers and dates.
 *
 * @param rows in reading order
 * @param conventions how it writes numbers and dates
 */
record Sheet(List<Row> rows, Conventions conventions, AmountParser amounts, DateParser dates) {

  private static final int MOST_DIGITS_OF_COUNT = 2;

  Sheet {
    rows = List.copyOf(rows);
  }

  static Sheet of(Document document) {
    List<Row> rows = new ArrayList<>();
    int block = 0;
    for (Page page : document.pages()) {
      for (Block content : page.blocks()) {
        switch (content) {
          case Paragraph paragraph -> addLines(page.number(), block, paragraph, rows);
          case Table table -> addTable(page.number(), block, table, rows);
        }
        block++;
      }
    }
    ConventionsFinder finder = new ConventionsFinder();
    rows.forEach(row -> row.pieces().forEach(piece -> finder.add(piece.text())));
    Conventions conventions = finder.conventions();
    return new Sheet(
        rows,
        conventions,
        new AmountParser(conventions.decimal(), finder.blanksGroup()),
        new DateParser(conventions.dates(), conventions.decimal()));
  }

  /**
   * Whether a number may only count or mark something: one or two digits without a currency, on a
   * paper whose amounts have fractions.
   */
  boolean isCount(Amount amount) {
    return !amount.money()
        && conventions.decimal() != DecimalMark.UNKNOWN
        && amount.value().signum() != 0
        && amount.value().precision() <= MOST_DIGITS_OF_COUNT;
  }

  private static void addLines(int page, int block, Paragraph paragraph, List<Row> rows) {
    for (Line line : paragraph.lines()) {
      List<Piece> pieces = pieces(line);
      if (!pieces.isEmpty()) {
        rows.add(new Row(page, block, false, false, List.of(), pieces));
      }
    }
  }

  /** Columns of a line stand two blanks or a tab apart. */
  private static List<Piece> pieces(Line line) {
    List<Piece> pieces = new ArrayList<>();
    String text = line.text();
    int start = 0;
    while (start < text.length()) {
      int end = columnEnd(text, start);
      if (!text.substring(start, end).isBlank()) {
        pieces.add(Piece.of(text, line.box(), line.spans(), start, end, pieces.size()));
      }
      start = end + 1;
    }
    return pieces;
  }

  private static int columnEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\t' && !text.startsWith("  ", end)) {
      end++;
    }
    return end;
  }

  private static void addTable(int page, int block, Table table, List<Row> rows) {
    List<String> headings = headings(table);
    for (int i = 0; i < table.rows().size(); i++) {
      List<Piece> pieces = new ArrayList<>();
      List<Cell> cells = table.rows().get(i);
      for (int column = 0; column < cells.size(); column++) {
        Cell cell = cells.get(column);
        String text = cell.text().replace('\n', ' ');
        if (!text.isBlank()) {
          pieces.add(Piece.of(text, cell.box(), cell.spans(), 0, text.length(), column));
        }
      }
      if (!pieces.isEmpty()) {
        rows.add(new Row(page, block, true, i < table.headerRows(), headings, pieces));
      }
    }
  }

  /** Headings over several rows are joined from top to bottom. */
  private static List<String> headings(Table table) {
    if (table.rows().isEmpty() || table.headerRows() == 0) {
      return List.of();
    }
    List<StringBuilder> headings = new ArrayList<>();
    for (List<Cell> row :
        table.rows().subList(0, Math.min(table.headerRows(), table.rows().size()))) {
      for (int column = 0; column < row.size(); column++) {
        if (headings.size() <= column) {
          headings.add(new StringBuilder());
        }
        headings.get(column).append(' ').append(row.get(column).text());
      }
    }
    return headings.stream().map(heading -> heading.toString().strip()).toList();
  }
}
