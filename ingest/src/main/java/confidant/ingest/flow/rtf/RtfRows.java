package confidant.ingest.flow.rtf;

import confidant.ingest.flow.FlowCell;
import confidant.ingest.flow.FlowCell.Emphasis;
import confidant.ingest.flow.FlowLimits;
import confidant.ingest.flow.FlowSink;
import confidant.ingest.flow.FlowTable;
import java.util.ArrayList;
import java.util.List;

/** Gathers the rows of a table; cells merged into their left or upper neighbour are left empty. */
final class RtfRows {

  private final List<List<FlowCell>> rows = new ArrayList<>();
  private final List<String> cells = new ArrayList<>();
  private final List<Boolean> bold = new ArrayList<>();

  /** Per cell of the row, whether its definition says that it belongs to the one on its left. */
  private final List<Boolean> merged = new ArrayList<>();

  private boolean heading;
  private boolean nextMerged;

  /** A definition of a row begins. */
  void startDefinition() {
    merged.clear();
    heading = false;
    nextMerged = false;
  }

  void markHeading() {
    heading = true;
  }

  void markMerged() {
    nextMerged = true;
  }

  /** The definition of a cell ends. */
  void endDefinition() {
    if (merged.size() < FlowLimits.COLUMNS) {
      merged.add(nextMerged);
    }
    nextMerged = false;
  }

  void endCell(String text, boolean isBold) {
    cells.add(text);
    bold.add(isBold);
  }

  void endRow() {
    List<FlowCell> row = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      boolean joins =
          i < merged.size() && merged.get(i) && cells.get(i).isBlank() && !row.isEmpty();
      if (joins) {
        FlowCell left = row.removeLast();
        row.add(new FlowCell(left.text(), left.columns() + 1, 1, left.emphasis()));
      } else {
        row.add(new FlowCell(cells.get(i), 1, 1, emphasis(i)));
      }
    }
    if (!row.isEmpty()) {
      rows.add(row);
    }
    cells.clear();
    bold.clear();
  }

  private Emphasis emphasis(int cell) {
    if (heading) {
      return Emphasis.HEADING;
    }
    return bold.get(cell) ? Emphasis.BOLD : Emphasis.NONE;
  }

  boolean isOpen() {
    return !cells.isEmpty();
  }

  /** Ends the table, if there is one. */
  void flush(FlowSink sink) {
    if (!cells.isEmpty()) {
      endRow();
    }
    if (!rows.isEmpty()) {
      sink.table(new FlowTable(rows));
      rows.clear();
    }
  }
}
