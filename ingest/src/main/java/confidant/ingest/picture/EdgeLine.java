package confidant.ingest.picture;

/**
 * A straight edge: {@code value = slope * place + offset}.
 *
 * @param fits part of the points that lie on it, 0 to 1
 */
record EdgeLine(double slope, double offset, double fits) {

  /** Parts of an edge at its ends that are left out: corners are bent and rounded. */
  private static final double ENDS = 0.08;

  /** How far a point may be off, in pixels. */
  private static final double SLACK = 1.5;

  private static final int ROUNDS = 6;

  /**
   * Fits a line to points by least squares, again and again without those that are far off.
   *
   * @param values by place; the outermost pixels of an edge
   * @param shift from a pixel to its outer side, 0 or 1
   * @param from first place
   * @param to last place
   * @param end values from here on, or below 0, mean that there is no point
   */
  static EdgeLine fit(int[] values, int shift, double from, double to, int end) {
    int first = Math.max(0, (int) (from + ENDS * (to - from)));
    int last = Math.min(values.length - 1, (int) (to - ENDS * (to - from)));
    EdgeLine line = new EdgeLine(0, 0, 0);
    double slack = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      line = fitNear(values, shift, first, last, end, line, slack);
      slack = Double.isInfinite(slack) ? 8 * SLACK : Math.max(SLACK, slack / 2);
    }
    return line;
  }

  private static EdgeLine fitNear(
      int[] values, int shift, int first, int last, int end, EdgeLine before, double slack) {
    double n = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    for (int place = first; place <= last; place++) {
      double x = place + 0.5;
      double y = values[place] + shift;
      boolean there = values[place] >= 0 && values[place] < end;
      if (there && Math.abs(before.at(x) - y) <= slack) {
        n++;
        sumX += x;
        sumY += y;
        sumXx += x * x;
        sumXy += x * y;
      }
    }
    double spread = n * sumXx - sumX * sumX;
    if (n < 2 || spread <= 0) {
      return new EdgeLine(0, 0, 0);
    }
    double slope = (n * sumXy - sumX * sumY) / spread;
    return new EdgeLine(slope, (sumY - slope * sumX) / n, n / (last - first + 1));
  }

  double at(double place) {
    return slope * place + offset;
  }

  /**
   * Where an edge that runs down, {@code x} by {@code y}, meets one that runs across.
   *
   * @return x and y
   */
  static double[] meet(EdgeLine down, EdgeLine across) {
    double y = (across.slope * down.offset + across.offset) / (1 - across.slope * down.slope);
    return new double[] {down.at(y), y};
  }
}
