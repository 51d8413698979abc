package confidant.ingest.flow.sheet;

import confidant.ingest.flow.FlowSink;
import java.util.ArrayList;
import java.util.List;

/** Counts what a person does not see in a workbook, and says that it was left out. */
public final class LeftOut {

  private final List<String> sheets = new ArrayList<>();
  private int rows;
  private int columns;

  public void sheet(String name) {
    sheets.add(name);
  }

  public void rows(int more) {
    rows += more;
  }

  public void columns(int more) {
    columns += more;
  }

  /** Says it, if there is anything to say. */
  public void tell(FlowSink sink) {
    if (sheets.size() == 1) {
      sink.notice("the hidden sheet " + sheets.getFirst() + " was left out.");
    } else if (sheets.size() > 1) {
      sink.notice("the hidden sheets " + String.join(", ", sheets) + " were left out.");
    }
    List<String> parts = new ArrayList<>();
    if (rows > 0) {
      parts.add(rows == 1 ? "1 hidden row" : rows + " hidden rows");
    }
    if (columns > 0) {
      parts.add(columns == 1 ? "1 hidden column" : columns + " hidden columns");
    }
    if (!parts.isEmpty()) {
      String verb = rows + columns == 1 ? " was" : " were";
      sink.notice(String.join(" and ", parts) + verb + " left out.");
    }
  }
}
