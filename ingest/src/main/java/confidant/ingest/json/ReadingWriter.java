package confidant.ingest.json;

import confidant.ingest.ReadReport;
import confidant.ingest.document.Document;
import confidant.ingest.document.Findings;

/**
 * Writes all that was understood of a paper as one line of JSON; docs/howto/read-json.md has the
 * fields.
 */
public final class ReadingWriter {

  /** Names the form; another would be read in another way. */
  private static final String FORMAT = "confidant-reading";

  /** Counted up when a field changes its meaning or goes; new ones may come without that. */
  private static final int VERSION = 1;

  private ReadingWriter() {}

  /** The document with its places, the report about its reading, and what it states. */
  public static String write(Document document, ReadReport report, Findings findings) {
    Reading reading = new Reading(FORMAT, VERSION, document, report, findings);
    return DocumentMapper.get().writeValueAsString(reading) + "\n";
  }

  /** All there is to write, in its order. */
  record Reading(
      String format, int version, Document document, ReadReport report, Findings findings) {}
}
