package confidant.ingest.flow.open;

import confidant.ingest.flow.CellText;
import confidant.ingest.flow.FlowCell.Emphasis;
import confidant.ingest.flow.FlowTable;
import java.util.List;

/** What stands in a cell: lines of text, and tables, which are told after the outer one. */
final class CellContent extends CellText {

  private final List<FlowTable> tables;
  private boolean anyText;
  private boolean anyPlain;

  /**
   * A cell that is still empty.
   *
   * @param tables takes the tables in the cell
   */
  CellContent(List<FlowTable> tables) {
    this.tables = tables;
  }

  /** Notes whether a paragraph with text looks like a heading. */
  void look(boolean bold) {
    anyText = true;
    anyPlain |= !bold;
  }

  Emphasis emphasis() {
    return anyText && !anyPlain ? Emphasis.BOLD : Emphasis.NONE;
  }

  @Override
  public void table(FlowTable table) {
    tables.add(table);
  }
}
