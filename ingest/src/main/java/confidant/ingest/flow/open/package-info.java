/** OpenDocument files of LibreOffice and others: text (ODT) and spreadsheets (ODS). */
@NullMarked
package confidant.ingest.flow.open;

import org.jspecify.annotations.NullMarked;
