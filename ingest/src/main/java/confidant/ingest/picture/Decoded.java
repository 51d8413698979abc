package confidant.ingest.picture;

import java.util.List;

/** What came of opening a file of pictures. */
public sealed interface Decoded {

  /**
   * It can be read.
   *
   * @param frames its pictures in order, at least one
   */
  record Pictures(List<Frame> frames) implements Decoded {
    public Pictures {
      frames = List.copyOf(frames);
    }
  }

  /** It cannot be read. */
  record Failed(Reason reason) implements Decoded {}

  /** Why a file of pictures cannot be read. */
  enum Reason {
    /** No bytes. */
    EMPTY,
    /** Cut off, or against the rules of its format. */
    DAMAGED,
    /** More pixels, pictures or bytes than any paper needs. */
    TOO_LARGE,
    /** No picture, or of a format or variant that is not read here. */
    UNSUPPORTED
  }
}
