package confidant.ingest.picture;

/** Which statements about the resolution of a picture are believed. */
final class Resolution {

  /** What is below is a default: cameras and screens say 72 or 96 whatever they took. */
  private static final double LEAST_PER_INCH = 100;

  private static final double MOST_PER_INCH = 2400;

  private static final double CENTIMETRES_PER_INCH = 2.54;

  /** Screens have multiples of this, which their pictures say: 120, 144. */
  private static final int SCREEN_PER_INCH = 24;

  private static final double MOST_OF_SCREENS = 150;

  private Resolution() {}

  /** The value itself, or 0 if no scanner would have used it. */
  static double believed(double pixelsPerInch) {
    boolean screen =
        pixelsPerInch < MOST_OF_SCREENS && Math.round(pixelsPerInch) % SCREEN_PER_INCH == 0;
    boolean plausible = pixelsPerInch >= LEAST_PER_INCH && pixelsPerInch <= MOST_PER_INCH;
    return plausible && !screen ? pixelsPerInch : 0;
  }

  static double ofCentimetres(double pixelsPerCentimetre) {
    return pixelsPerCentimetre * CENTIMETRES_PER_INCH;
  }

  static double ofMetres(double pixelsPerMetre) {
    return ofCentimetres(pixelsPerMetre / 100);
  }
}
