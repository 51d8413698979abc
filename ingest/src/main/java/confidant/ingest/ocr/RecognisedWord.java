package confidant.ingest.ocr;

/**
 * A word read from a picture; places in pixels from the top left corner.
 *
 * @param text not blank
 * @param left of its ink
 * @param top of its ink
 * @param right of its ink
 * @param bottom of its ink
 * @param baseline on which it stands, at its middle
 * @param confidence from 0 to 1
 * @param line which of the picture's lines it belongs to; words of a line follow each other
 * @param other another likely reading; empty if there is none
 */
record RecognisedWord(
    String text,
    double left,
    double top,
    double right,
    double bottom,
    double baseline,
    double confidence,
    int line,
    String other) {

  double height() {
    return bottom - top;
  }

  /** The same ink read in another way. */
  RecognisedWord read(String newText, double newConfidence, String newOther) {
    return new RecognisedWord(
        newText, left, top, right, bottom, baseline, newConfidence, line, newOther);
  }

  /** The same word with ink that is less high. */
  RecognisedWord between(double newTop, double newBottom) {
    return new RecognisedWord(
        text, left, newTop, right, newBottom, baseline, confidence, line, other);
  }
}
