package confidant.ingest.flow.open;

import confidant.ingest.flow.FlowCell.Emphasis;
import confidant.ingest.flow.FlowSink;
import confidant.ingest.flow.FlowTable;
import java.util.ArrayList;
import java.util.List;

/** Takes what stands in a cell: lines of text, and tables, which are told after the outer one. */
final class CellContent implements FlowSink {

  private final List<String> lines = new ArrayList<>();
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

  /** The lines of the cell. */
  String text() {
    return String.join("\n", lines);
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
  public void heading(String text) {
    lines.add(text);
  }

  @Override
  public void paragraph(String text) {
    lines.add(text);
  }

  @Override
  public void listItem(int depth, String marker, String text) {
    lines.add(marker.isEmpty() ? text : marker + " " + text);
  }

  @Override
  public void table(FlowTable table) {
    tables.add(table);
  }

  @Override
  public void pageBreak() {
    // A cell does not leave its table.
  }

  @Override
  public void attachment(String name, byte[] bytes) {
    throw new IllegalStateException("no source knows attachments in cells");
  }

  @Override
  public void notice(String sentence) {
    throw new IllegalStateException("no source gives notice in cells");
  }
}
