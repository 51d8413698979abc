package confidant.ingest.picture;

/** Which statements about the resolution of a picture are believed. */
final class Resolution {

  /** What is below is a default: cameras and screens say 72 or 96 whatever they took. */
  private static final double LEAST_PER_INCH = 100;

  private static final double MOST_PER_INCH = 2400;

  private static final double CENTIMETRES_PER_INCH = 2.54;

  private Resolution() {}

  /** The value itself, or 0 if no scanner would have used it. */
  static double believed(double pixelsPerInch) {
    return pixelsPerInch >= LEAST_PER_INCH && pixelsPerInch <= MOST_PER_INCH ? pixelsPerInch : 0;
  }

  static double ofCentimetres(double pixelsPerCentimetre) {
    return pixelsPerCentimetre * CENTIMETRES_PER_INCH;
  }

  static double ofMetres(double pixelsPerMetre) {
    return ofCentimetres(pixelsPerMetre / 100);
  }
}
