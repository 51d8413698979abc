package confidant.ingest;

/**
 * Counts the attachments of a document, and of those in turn, so that reading them comes to an end.
 */
final class AttachmentBudget {

  /** Mails within mails. */
  private static final int MAX_DEPTH = 3;

  private static final int MAX_COUNT = 50;

  private static final long MAX_BYTES = 64L << 20;

  private int depth;
  private int count;
  private long bytes;

  /** Goes into an attachment of {@code size} bytes; false if that would be too much. */
  boolean enter(long size) {
    if (depth == MAX_DEPTH || count == MAX_COUNT || bytes + size > MAX_BYTES) {
      return false;
    }
    depth++;
    count++;
    bytes += size;
    return true;
  }

  void leave() {
    depth--;
  }
}
