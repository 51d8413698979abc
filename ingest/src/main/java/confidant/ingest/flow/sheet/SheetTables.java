package confidant.ingest.flow.sheet;

import confidant.ingest.flow.FlowSink;

/** Tells a sheet as a page of tables. */
public final class SheetTables {

  private SheetTables() {}

  /**
   * Tells what {@code sheet} holds.
   *
   * @param name as on its tab; empty if it has none
   */
  public static void emit(String name, Sheet sheet, FlowSink sink) {
    if (sheet.isEmpty()) {
      return;
    }
    sink.pageBreak();
    if (!name.isBlank()) {
      sink.heading(name);
    }
    new SheetRegion(sheet.rows()).tables().forEach(region -> sink.table(region.toTable()));
  }
}
