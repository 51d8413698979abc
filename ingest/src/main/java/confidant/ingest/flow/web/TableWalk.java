package confidant.ingest.flow.web;

import confidant.ingest.flow.CellText;
import confidant.ingest.flow.FlowCell;
import confidant.ingest.flow.FlowCell.Emphasis;
import confidant.ingest.flow.FlowLimits;
import confidant.ingest.flow.FlowSink;
import confidant.ingest.flow.FlowTable;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Tells a table. Rows with tables in their cells only lay out a page: what is in such cells is told
 * cell by cell, the rows between them remain tables.
 */
final class TableWalk {

  private final FlowSink sink;
  private final int depth;
  private final List<List<FlowCell>> rows = new ArrayList<>();

  TableWalk(FlowSink sink, int depth) {
    this.sink = sink;
    this.depth = depth;
  }

  void walk(Element table) {
    for (Element part : table.children()) {
      if (!Hidden.is(part)) {
        switch (part.normalName()) {
          case "caption" -> new PageWalk(sink, depth).walk(part);
          case "tr" -> row(part, false);
          case "thead" -> rows(part, true);
          case "tbody", "tfoot" -> rows(part, false);
          default -> {
            // Columns have no text.
          }
        }
      }
    }
    flush();
  }

  private void rows(Element group, boolean heading) {
    for (Element row : group.children()) {
      if (row.normalName().equals("tr") && !Hidden.is(row)) {
        row(row, heading);
      }
    }
  }

  private void row(Element row, boolean heading) {
    boolean layout = row.children().stream().anyMatch(TableWalk::holdsTable);
    if (layout) {
      flush();
    }
    List<FlowCell> cells = new ArrayList<>();
    for (Element cell : row.children()) {
      if (Hidden.is(cell)) {
        continue;
      }
      if (layout) {
        new PageWalk(sink, depth).walk(cell);
      } else {
        cells.add(cell(cell, heading));
      }
    }
    if (!cells.isEmpty()) {
      rows.add(cells);
    }
  }

  private static boolean holdsTable(Element cell) {
    return cell.selectFirst("table") != null;
  }

  private FlowCell cell(Element cell, boolean heading) {
    CellText lines = new CellText();
    new PageWalk(lines, depth).walk(cell);
    boolean named = heading || cell.normalName().equals("th");
    Emphasis emphasis = named ? Emphasis.HEADING : isBold(cell) ? Emphasis.BOLD : Emphasis.NONE;
    return new FlowCell(
        lines.text(),
        span(cell, "colspan", FlowLimits.COLUMNS),
        span(cell, "rowspan", FlowLimits.CELLS),
        emphasis);
  }

  private static int span(Element cell, String attribute, int most) {
    try {
      return Math.clamp(Integer.parseInt(cell.attr(attribute).strip()), 1, most);
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  /** Whether all text of the cell stands in elements of bold print. */
  private static boolean isBold(Element cell) {
    boolean any = false;
    for (Node node : cell.childNodes()) {
      if (node instanceof TextNode text && !text.isBlank()) {
        return false;
      }
      if (node instanceof Element element && element.hasText()) {
        any = true;
        boolean bold =
            element.normalName().equals("b")
                || element.normalName().equals("strong")
                || element.attr("style").matches("(?i).*font-weight:\\s*(bold|[6-9]00).*");
        if (!bold) {
          return false;
        }
      }
    }
    return any;
  }

  private void flush() {
    if (!rows.isEmpty()) {
      sink.table(new FlowTable(rows));
      rows.clear();
    }
  }
}
