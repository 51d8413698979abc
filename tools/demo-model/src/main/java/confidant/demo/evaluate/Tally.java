package confidant.demo.evaluate;

import java.util.Locale;

/** So many of so many. */
final class Tally {
  private int right;
  private int all;

  void add(boolean good) {
    right += good ? 1 : 0;
    all++;
  }

  double share() {
    return all == 0 ? 0 : (double) right / all;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f %% of %,d", 100 * share(), all);
  }
}
