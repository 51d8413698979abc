package confidant.ingest.document;

import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import java.util.List;

/**
 * Writes documents as Markdown: a line {@code <!-- page N -->} before each page, a line per line of
 * text, an empty line between blocks, tables with a header row.
 *
 * <p>A table without headings gets an empty header row, since Markdown knows no other. Document
 * text cannot forge a page anchor: the start of an HTML comment in it is written {@code <\!--}.
 */
public final class MarkdownWriter {

  private MarkdownWriter() {}

  /** All pages, each after its anchor. */
  public static String write(Document document) {
    StringBuilder out = new StringBuilder();
    for (Page page : document.pages()) {
      if (!out.isEmpty()) {
        out.append('\n');
      }
      out.append("<!-- page ").append(page.number()).append(" -->\n\n").append(write(page));
    }
    return out.toString();
  }

  /** One page, without an anchor. */
  public static String write(Page page) {
    StringBuilder out = new StringBuilder();
    for (Block block : page.blocks()) {
      if (!out.isEmpty()) {
        out.append('\n');
      }
      switch (block) {
        case Paragraph paragraph -> writeParagraph(paragraph, out);
        case Table table -> writeTable(table, out);
      }
    }
    return out.toString();
  }

  private static void writeParagraph(Paragraph paragraph, StringBuilder out) {
    for (Line line : paragraph.lines()) {
      out.append(escapeComment(line.text())).append('\n');
    }
  }

  private static void writeTable(Table table, StringBuilder out) {
    if (table.rows().isEmpty()) {
      return;
    }
    int columns = table.rows().getFirst().size();
    if (table.headerRows() == 0) {
      out.append("|").append("  |".repeat(columns)).append('\n');
    } else {
      writeRow(mergedHeader(table, columns), out);
    }
    out.append("|").append(" --- |".repeat(columns)).append('\n');
    for (List<Cell> row : table.rows().subList(table.headerRows(), table.rows().size())) {
      writeRow(row.stream().map(Cell::text).toList(), out);
    }
  }

  /** Markdown has one header row: headings over several rows are joined from top to bottom. */
  private static List<String> mergedHeader(Table table, int columns) {
    String[] merged = new String[columns];
    for (int column = 0; column < columns; column++) {
      StringBuilder heading = new StringBuilder();
      for (List<Cell> row : table.rows().subList(0, table.headerRows())) {
        String text = row.get(column).text();
        if (!text.isEmpty()) {
          heading.append(heading.isEmpty() ? "" : " ").append(text);
        }
      }
      merged[column] = heading.toString();
    }
    return List.of(merged);
  }

  private static void writeRow(List<String> cells, StringBuilder out) {
    out.append('|');
    for (String cell : cells) {
      String text = escapeComment(cell).replace('\n', ' ').replace("|", "\\|");
      out.append(' ').append(text).append(text.isEmpty() ? "|" : " |");
    }
    out.append('\n');
  }

  private static String escapeComment(String text) {
    return text.replace("<!--", "<\\!--");
  }
}
