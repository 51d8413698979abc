/** Spreadsheets: cells with the text that a person sees, and the tables among them. */
@NullMarked
package confidant.ingest.flow.sheet;

import org.jspecify.annotations.NullMarked;
