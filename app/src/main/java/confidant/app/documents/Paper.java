package confidant.app.documents;

import confidant.ingest.ReadReport;
import confidant.ingest.document.Document;

/**
 * A paper that was read.
 *
 * @param id names it as long as the program runs
 */
public record Paper(String id, Document document, ReadReport report) {}
