package confidant.ingest.picture;

/** Turns bright print on dark ground, such as the picture of a dark screen, into dark on bright. */
final class Polarity {

  /** Ground that is brighter is paper. */
  private static final int BRIGHTEST_GROUND = 110;

  /** Print stands out from its ground by this many shades, or by this part when darker. */
  private static final int STANDS_OUT = 60;

  private static final double DARKER_PART = 0.6;

  /** Part of a page that print covers. */
  private static final double LEAST_PRINT = 0.002;

  private static final double MOST_PRINT = 0.3;

  /** Longer side of a copy in which strokes vanish and sheets of paper do not, in pixels. */
  private static final int COPY = 240;

  /** How much of its brightness a sheet keeps there, and of how much of what is bright. */
  private static final double SHEET_SHADE = 0.6;

  private static final double SHEET_PART = 0.4;

  private Polarity() {}

  /** The picture with dark print, in place of {@code picture}, whose pixels it changes. */
  static GreyPicture darkOnBright(GreyPicture picture) {
    if (isBrightOnDark(picture)) {
      byte[] pixels = picture.pixels();
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (byte) ~pixels[i];
      }
    }
    return picture;
  }

  private static boolean isBrightOnDark(GreyPicture picture) {
    Histogram shades = Histogram.of(picture);
    int ground = shades.quantile(0.5);
    double bright = shades.brighterThan(ground + STANDS_OUT);
    double dark = shades.darkerThan((int) (ground * DARKER_PART));
    if (ground > BRIGHTEST_GROUND
        || bright < LEAST_PRINT
        || bright > MOST_PRINT
        || bright <= 2 * dark) {
      return false;
    }
    int print = shades.quantile(1 - bright / 2);
    int factor = Math.max(1, Math.max(picture.width(), picture.height()) / COPY);
    factor = Math.min(factor, Math.min(picture.width(), picture.height()));
    Histogram copy = Histogram.of(Scaling.shrink(picture, factor));
    int sheet = (int) (ground + SHEET_SHADE * (print - ground));
    return copy.brighterThan(sheet) <= SHEET_PART * bright;
  }
}
