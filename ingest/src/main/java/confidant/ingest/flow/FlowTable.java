package confidant.ingest.flow;

import java.util.List;

/**
 * A table as its source gives it.
 *
 * @param rows cells from left to right, without those that a cell of another row reaches over
 */
public record FlowTable(List<List<FlowCell>> rows) {
  public FlowTable {
    rows = rows.stream().map(List::copyOf).toList();
  }
}
