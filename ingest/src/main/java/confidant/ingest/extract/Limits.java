package confidant.ingest.extract;

import java.time.Duration;

/**
 * Bounds on the work that one file can cause. Generous for papers of people, narrow for files made
 * to do harm.
 */
final class Limits {

  /** Decoded bytes of one stream of page content or of a font. */
  static final long STREAM_BYTES = 48L << 20;

  /**
   * Deflated bytes that cannot unpack to more than {@link #STREAM_BYTES}: at most, two bits stand
   * for 258 bytes.
   */
  static final int HARMLESS_BYTES = (int) (STREAM_BYTES / (4 * 258));

  /** Bytes of a file that is held in memory while it is read, like all attachments. */
  static final long HELD_BYTES = 8L << 20;

  /** Pages read at once. */
  static final int PAGES = 3000;

  /** Glyphs of one page; dense print holds fewer than 20,000. Layout takes time by its square. */
  static final int GLYPHS_PER_PAGE = 50_000;

  /** Ruling lines of one page; drawings may have more, tables never. */
  static final int RULES_PER_PAGE = 3000;

  /** Pictures of one page; scanners that cut a page into strips make some hundreds. */
  static final int PICTURES_PER_PAGE = 2000;

  /** Pixels of a picture that is decoded: A4 at 600 dots an inch and a bit. */
  static final long PICTURE_PIXELS = 40_000_000;

  /** Pixels of a page that is painted: A4 at 300 dots an inch and a half more. */
  static final long PAINTED_PIXELS = 13_000_000;

  /** Bytes of an office document or a mail; they are held in memory. */
  static final long CONTAINER_BYTES = 64L << 20;

  /** Time to find the pages of a file, which includes mending a damaged one. */
  static final Duration OPENING = Duration.ofSeconds(15);

  /** Time for one page. */
  static final Duration PAGE = Duration.ofSeconds(15);

  /** Time to paint a page. */
  static final Duration PAINTING = Duration.ofSeconds(8);

  private Limits() {}
}
