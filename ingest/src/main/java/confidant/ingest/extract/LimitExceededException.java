package confidant.ingest.extract;

/**
 * A file asks for more work than {@link Limits} allow. Unchecked, since the PDF library goes on
 * after most I/O exceptions.
 */
public final class LimitExceededException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LimitExceededException(String message) {
    super(message);
  }
}
