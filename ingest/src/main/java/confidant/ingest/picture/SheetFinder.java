package confidant.ingest.picture;

import java.util.Optional;

/**
 * Finds the sheet in the picture of a sheet that lies on something darker. Says nothing when in
 * doubt: the whole picture can be read, too.
 */
final class SheetFinder {

  /** Longer side of the copy that is looked at, in pixels. */
  private static final int COPY = 480;

  /** Shades between the sheet and what it lies on. */
  private static final double CONTRAST = 50;

  private static final double LEAST_AREA = 0.3;
  private static final double MOST_OF_EDGE = 0.02;

  /** Part of the bright pixels that are the sheet's. */
  private static final double MOST_OTHERS = 0.06;

  /** How far the region may differ from a quadrilateral, as a part of its area. */
  private static final double AREA_SLACK = 0.04;

  /** Points of each edge that lie on a line. */
  private static final double STRAIGHT = 0.8;

  /** Shortest to longest of two opposite sides. */
  private static final double LEAST_SIDES = 0.6;

  /** Cut off around the sheet, where its edge throws a shadow. */
  private static final double INSET = 0.008;

  private SheetFinder() {}

  /** The corners of the sheet in {@code picture}; empty if it shows none, or nothing else. */
  static Optional<Quad> find(GreyPicture picture) {
    int factor = Math.max(picture.width(), picture.height()) / COPY;
    if (factor < 1 || Math.min(picture.width(), picture.height()) < factor) {
      return Optional.empty();
    }
    GreyPicture copy = Scaling.shrink(picture, factor);
    Histogram shades = Histogram.of(copy);
    int threshold = shades.threshold();
    if (!(shades.mean(threshold, 256) - shades.mean(0, threshold) >= CONTRAST)) {
      return Optional.empty();
    }
    BrightRegion region = BrightRegion.largest(copy, threshold);
    double bright = shades.brighterThan(threshold - 1) * copy.pixels().length;
    int filled = region.filledSize();
    if (filled < LEAST_AREA * copy.pixels().length
        || region.partOfEdge() > MOST_OF_EDGE
        || bright - region.size() > MOST_OTHERS * bright) {
      return Optional.empty();
    }
    return refine(region)
        .filter(quad -> Math.abs(quad.area() / filled - 1) <= AREA_SLACK)
        .filter(SheetFinder::isPlausible)
        .map(quad -> quad.times(factor).inset(INSET));
  }

  /** The corners where lines along the edges meet. */
  private static Optional<Quad> refine(BrightRegion region) {
    Quad rough = region.corners();
    double[] xs = rough.xs();
    double[] ys = rough.ys();
    EdgeLine top = region.top(xs[0], xs[1]);
    EdgeLine right = region.right(ys[1], ys[2]);
    EdgeLine bottom = region.bottom(xs[3], xs[2]);
    EdgeLine left = region.left(ys[0], ys[3]);
    double fits =
        Math.min(Math.min(top.fits(), bottom.fits()), Math.min(left.fits(), right.fits()));
    if (fits < STRAIGHT) {
      return Optional.empty();
    }
    double[][] corners = {
      EdgeLine.meet(left, top),
      EdgeLine.meet(right, top),
      EdgeLine.meet(right, bottom),
      EdgeLine.meet(left, bottom)
    };
    double[] refinedXs = new double[Quad.CORNERS];
    double[] refinedYs = new double[Quad.CORNERS];
    for (int corner = 0; corner < Quad.CORNERS; corner++) {
      refinedXs[corner] = corners[corner][0];
      refinedYs[corner] = corners[corner][1];
    }
    return Optional.of(new Quad(refinedXs, refinedYs));
  }

  private static boolean isPlausible(Quad quad) {
    return alike(quad.side(0), quad.side(2)) && alike(quad.side(1), quad.side(3));
  }

  private static boolean alike(double one, double other) {
    return Math.min(one, other) >= LEAST_SIDES * Math.max(one, other);
  }
}
