package confidant.app.figures;

import confidant.ingest.fields.WrittenFigure;
import confidant.ingest.fields.WrittenFigure.Kind;
import confidant.ingest.fields.WrittenFigure.Measure;

/**
 * A figure of a paper.
 *
 * @param written as it stands there, without blanks
 * @param reading what it means
 * @param negative whether a sign says so
 * @param measure what stands beside it
 * @param alone whether it fills its cell or column, so that its heading says what it measures
 */
record Occurrence(
    String written, String reading, boolean negative, Measure measure, boolean alone, Place place) {

  /** Digits from which on two equal numbers are hardly equal by chance. */
  private static final int TELLING_DIGITS = 4;

  static String withoutBlanks(String text) {
    return text.replaceAll("[\\s\u00A0\u202F\u2007-\u2009]", "");
  }

  /**
   * Whether it can be what a figure of an answer means: 37 % is no house number. Where little is
   * said beside the figure, or a number is long, being equal is enough.
   */
  boolean fits(WrittenFigure figure) {
    return figure.kind() != Kind.NUMBER
        || figure.measure() == Measure.NOTHING
        || figure.measure() == measure
        || alone
        || reading.indexOf('.') >= 0
        || written.indexOf(',') >= 0
        || written.indexOf('.') >= 0
        || reading.length() >= TELLING_DIGITS;
  }
}
