package confidant.ingest.flow.rtf;

/** A piece of rich text. */
sealed interface RtfToken {

  /** A group begins. */
  record Open() implements RtfToken {}

  /** A group ends. */
  record Close() implements RtfToken {}

  /**
   * A control word or symbol.
   *
   * @param parameter number after it
   * @param given whether there is one
   */
  record Control(String word, int parameter, boolean given) implements RtfToken {

    /** Whether a switch is on: it is unless its parameter is zero. */
    boolean isOn() {
      return !given || parameter != 0;
    }
  }

  /** A byte of text in the encoding of the current font. */
  record Text(byte value) implements RtfToken {}

  /** The end. */
  record End() implements RtfToken {}
}
