package confidant.ingest.tables;

/**
 * A table among rows.
 *
 * @param headerRows how many rows of the grid are headings
 * @param firstRow index of its first row
 * @param lastRow index of its last row, included
 */
record FoundTable(Grid grid, int headerRows, int firstRow, int lastRow) {}
