package confidant.ingest.ocr;

/** Text recognition does not start on this computer. */
public final class OcrUnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  OcrUnavailableException(String message) {
    super(message);
  }

  OcrUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
