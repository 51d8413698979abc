package confidant.ingest;

import java.util.Optional;

/**
 * How to read a file.
 *
 * @param password opens an encrypted file
 * @param pages pages to read; all if empty
 * @param ocr which pages to read as pictures
 */
public record ReadOptions(Optional<String> password, Optional<PageRange> pages, Ocr ocr) {

  /** Which pages to read as pictures. */
  public enum Ocr {
    /** Pages, and parts of them, whose text the file does not hold. */
    AUTO,
    /** None. */
    OFF,
    /** All. */
    FORCE
  }

  public ReadOptions(Optional<String> password, Optional<PageRange> pages) {
    this(password, pages, Ocr.AUTO);
  }

  public static ReadOptions defaults() {
    return new ReadOptions(Optional.empty(), Optional.empty());
  }
}
