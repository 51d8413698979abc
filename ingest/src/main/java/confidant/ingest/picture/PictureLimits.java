package confidant.ingest.picture;

/** Bounds on pictures: generous for papers of people, narrow for files made to do harm. */
final class PictureLimits {

  /** Bytes of a file that is held in memory whole: all formats but TIFF. */
  static final long FILE_BYTES = 64L << 20;

  /** Pixels of one picture; the largest cameras of phones make 108 million. */
  static final long PIXELS = 120_000_000;

  /** Pixels of all pictures of a file: 1,000 pages of A4 at 300 dpi. */
  static final long ALL_PIXELS = 8_700_000_000L;

  /** Pictures of a file. */
  static final int FRAMES = 1000;

  /** Pixels of a JPEG that comes in several scans; the decoder holds all its coefficients. */
  static final long SCANNED_PIXELS = 50_000_000;

  /** Scans times pixels of a JPEG; each scan goes over all pixels. */
  static final long SCAN_WORK = 1_000_000_000;

  /** Bytes of a TIFF picture before it is made smaller; a strip is decoded as a whole. */
  static final long STRIP_BYTES = 200_000_000;

  /** Bytes of a picture as decoded; a larger one is read with gaps between its pixels. */
  static final long DECODED_BYTES = 72_000_000;

  /** Pixels of a picture as decoded, for which the same is true. */
  static final long DECODED_PIXELS = 40_000_000;

  private PictureLimits() {}
}
