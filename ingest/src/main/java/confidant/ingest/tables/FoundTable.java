package confidant.ingest.tables;

/**
 * A table among rows.
 *
 * @param firstRow index of its first row
 * @param lastRow index of its last row, included
 */
record FoundTable(Grid grid, int firstRow, int lastRow) {}
