package confidant.ingest.flow.web;

import confidant.ingest.flow.FlowSink;
import confidant.ingest.flow.FlowTable;
import java.util.ArrayList;
import java.util.List;

/** Takes the lines of a cell that holds no table. */
final class Lines implements FlowSink {

  private final List<String> lines = new ArrayList<>();

  String text() {
    return String.join("\n", lines);
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
    table.rows().forEach(row -> row.forEach(cell -> lines.add(cell.text())));
  }

  @Override
  public void pageBreak() {
    // A cell does not leave its table.
  }

  @Override
  public void attachment(String name, byte[] bytes) {
    throw new IllegalStateException("pages hold no attachments");
  }

  @Override
  public void notice(String sentence) {
    throw new IllegalStateException("pages give no notice");
  }
}
