package confidant.ingest.worker;

/** The reading process gives no document, and cannot be asked again. */
final class WorkerEndedException extends Exception {
  private static final long serialVersionUID = 1;

  /** How it ended. */
  enum How {
    NOT_STARTED,
    CANCELLED,
    TOO_SLOW,
    OUT_OF_MEMORY,
    DIED
  }

  private final How how;

  WorkerEndedException(How how) {
    super(how.name(), null, false, false);
    this.how = how;
  }

  How how() {
    return how;
  }
}
