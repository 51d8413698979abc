package confidant.demo.train;

/**
 * How training goes on from its beginning to its end.
 *
 * @param steps how many
 * @param batchTokens most tokens of a step
 * @param longest most positions of a text
 * @param seed of all chance
 */
public record Plan(int steps, int batchTokens, int longest, long seed) {
  private static final double HIGHEST_RATE = 2e-3;
  private static final double LOWEST_RATE = 5e-5;
  private static final int WARM_UP = 150;

  /**
   * Until this share of the steps most batches are drills, which make looking up and copying sure.
   */
  private static final double DRILLS_UNTIL = 0.03;

  private static final double DRILLS_AT_FIRST = 0.8;
  private static final double DRILLS_LATER = 0.03;

  /** From this share on experts are rounded to MXFP4. */
  private static final double ROUND_FROM = 0.35;

  private static final float EVENNESS = 0.01f;

  /** Step size of Adam: up in a line, then down as a cosine. */
  double rate(int step) {
    double up = Math.min(1, (step + 1.0) / WARM_UP);
    double down = 0.5 * (1 + Math.cos(Math.PI * Math.min(1.0, (double) step / steps)));
    return up * (LOWEST_RATE + (HIGHEST_RATE - LOWEST_RATE) * down);
  }

  double drills(int step) {
    return step < DRILLS_UNTIL * steps ? DRILLS_AT_FIRST : DRILLS_LATER;
  }

  boolean rounds(int step) {
    return step >= ROUND_FROM * steps;
  }

  /** How much even use of the experts counts. */
  float evenness() {
    return EVENNESS;
  }
}
