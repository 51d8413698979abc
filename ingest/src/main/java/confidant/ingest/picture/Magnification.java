package confidant.ingest.picture;

/** By how much a picture is scaled for reading. */
final class Magnification {

  /** Heights of small letters that are read well, in pixels. */
  private static final double LEAST_X_HEIGHT = 20;

  private static final double MOST_X_HEIGHT = 30;
  private static final double BEST_X_HEIGHT = 25;

  /** What gives such letters on most papers. */
  private static final double BEST_PER_INCH = 300;

  /** Longer side of a page of unknown resolution, if its letters say nothing. */
  private static final double USUAL_SIDE = 3000;

  private static final double LEAST = 0.1;
  private static final double MOST = 4;

  /** Pixels of the largest picture that is made. */
  private static final double MOST_PIXELS = 25e6;

  private Magnification() {}

  /**
   * How many times as large the prepared picture is.
   *
   * @param proof of the picture
   * @param pixelsPerInch of the picture, 0 if unknown
   */
  static double of(Proof proof, double pixelsPerInch) {
    Pose pose = proof.pose();
    double wanted = Math.clamp(wanted(proof, pixelsPerInch), LEAST, MOST);
    return Math.min(wanted, Math.sqrt(MOST_PIXELS / pose.straightArea()));
  }

  /**
   * Height of small letters after scaling, in pixels; that of usual print if unknown.
   *
   * @param proof of the picture before scaling
   */
  static double xHeight(Proof proof, double magnification) {
    return proof.xHeight() > 0 ? proof.xHeight() * magnification : BEST_X_HEIGHT;
  }

  private static double wanted(Proof proof, double pixelsPerInch) {
    double xHeight = proof.xHeight();
    if (xHeight > 0) {
      boolean good = xHeight >= LEAST_X_HEIGHT && xHeight <= MOST_X_HEIGHT;
      return good ? 1 : BEST_X_HEIGHT / xHeight;
    }
    if (pixelsPerInch > 0) {
      return BEST_PER_INCH / pixelsPerInch;
    }
    return Math.min(1, USUAL_SIDE / Math.max(proof.pose().width(), proof.pose().height()));
  }
}
