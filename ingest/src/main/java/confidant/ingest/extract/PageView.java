package confidant.ingest.extract;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** What a page looks like; painted only when asked for, while the page is being handed over. */
public interface PageView {

  /** Whether more than text is drawn: pictures, or as many shapes as letters would need. */
  boolean showsMore();

  /**
   * The page as programs show it: the picture it consists of, as it lies in the file, or else
   * painted.
   *
   * @throws IOException if it cannot be had
   * @throws LimitExceededException if that would take too much time or memory
   */
  Painting look() throws IOException;

  /**
   * The page as programs show it, painted.
   *
   * @throws IOException if it cannot be painted
   * @throws LimitExceededException if that would take too much time or memory
   */
  Painting paint() throws IOException;

  /**
   * A page as pixels.
   *
   * @param image all of the page
   * @param pixelsPerInch how fine it is
   * @param gap whether pictures are missing on it
   */
  record Painting(BufferedImage image, double pixelsPerInch, Gap gap) {}

  /** Why pictures are missing on a painted page; of several reasons, the last. */
  enum Gap {
    /** None are. */
    NONE,
    /** They take too much time or memory. */
    TOO_LARGE,
    /** They cannot be decoded. */
    UNREADABLE
  }
}
