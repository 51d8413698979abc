package confidant.ingest.flow;

import java.util.ArrayList;
import java.util.List;

/** Takes what stands in a cell as lines of text; of a table in it, the text of its cells. */
public class CellText implements FlowSink {

  private final List<String> lines = new ArrayList<>();

  /** The lines of the cell. */
  public final String text() {
    return String.join("\n", lines);
  }

  @Override
  public final void heading(String text) {
    lines.add(text);
  }

  @Override
  public final void paragraph(String text) {
    lines.add(text);
  }

  @Override
  public final void listItem(int depth, String marker, String text) {
    lines.add(marker.isEmpty() ? text : marker + " " + text);
  }

  @Override
  public void table(FlowTable table) {
    table.rows().forEach(row -> row.forEach(cell -> lines.add(cell.text())));
  }

  @Override
  public final void pageBreak() {
    // A cell does not leave its table.
  }

  @Override
  public final void attachment(String name, byte[] bytes) {
    throw new IllegalStateException("no source knows attachments in cells");
  }

  @Override
  public final void notice(String sentence) {
    throw new IllegalStateException("no source gives notice in cells");
  }
}
