package confidant.ingest.codec;

/** Bounds on what a decoder is given to do: generous for papers of people, narrow for harm. */
final class CodecLimits {

  /** Packed bytes of a picture; they are held in memory. */
  static final int FILE_BYTES = 64 << 20;

  /** Bytes that native code takes to decode a picture. */
  static final long NATIVE_BYTES = 400_000_000;

  /** Bytes of a picture as it is handed over: A4 at 600 dots an inch in three colours and a bit. */
  static final long DECODED_BYTES = 120_000_000;

  /** Pixels of a JPEG 2000 picture before it is reduced; the largest cameras make 108 million. */
  static final long PIXELS = 120_000_000;

  /** Blocks of a JPEG 2000 picture, and packets of them; an A4 page at 600 dpi has some 10,000. */
  static final long PARTS = 2_000_000;

  /** Tiles of a JPEG 2000 picture; each takes some kilobytes before it is looked at. */
  static final long TILES = 5000;

  /** Pixels of a JBIG2 page, or of a region of one: A4 at 600 dots an inch and a bit. */
  static final long BITMAP_PIXELS = 40_000_000;

  /** Pixels of all that is decoded for a JBIG2 page; layers of one may cover it more than once. */
  static final long ALL_BITMAP_PIXELS = 4 * BITMAP_PIXELS;

  /** Symbols of a JBIG2 dictionary, and places of symbols in a region: a book has fewer. */
  static final long SYMBOLS = 200_000;

  /** Segments that a JBIG2 segment builds on. */
  static final long REFERENCES = 10_000;

  private CodecLimits() {}
}
