package confidant.ingest;

import confidant.ingest.document.Document;

/** What became of a file. Expected failures are values, not exceptions. */
public sealed interface ReadResult {

  /** It was read. */
  record Read(Document document, ReadReport report) implements ReadResult {}

  /**
   * It was not read.
   *
   * @param message one sentence for the person: what is wrong, with which file, what to do
   */
  record Refused(Reason reason, String message) implements ReadResult {}

  /** Why a file was not read. */
  enum Reason {
    NOT_FOUND,
    NOT_READABLE,
    EMPTY,
    ENCRYPTED,
    DAMAGED,
    UNSUPPORTED,
    NO_TEXT,
    TOO_LARGE,
    CANCELLED
  }
}
