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
    /** Not a picture, cut off, or against the rules of its format. */
    DAMAGED,
    /** More pixels, pictures or bytes than any paper needs. */
    TOO_LARGE,
    /** A format, or a variant of one, that is not read here. */
    UNSUPPORTED
  }
}
