package confidant.ingest.prompt;

import java.util.function.IntPredicate;

/** Finds how many of a sequence fit, where more never need less room. */
final class Fitting {

  private Fitting() {}

  /**
   * The largest number up to {@code count} that fits; 0 if not even one does. Tries in doubling
   * steps and then by bisection, so that no trial is much longer than the result.
   */
  static int most(int count, IntPredicate fits) {
    int fit = 0;
    int step = 1;
    while (fit < count && fits.test(Math.min(fit + step, count))) {
      fit = Math.min(fit + step, count);
      step *= 2;
    }
    int tooMany = fit == count ? count + 1 : Math.min(fit + step, count);
    while (tooMany - fit > 1) {
      int middle = (fit + tooMany) >>> 1;
      if (fits.test(middle)) {
        fit = middle;
      } else {
        tooMany = middle;
      }
    }
    return fit;
  }
}
