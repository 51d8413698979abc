package confidant.ingest.picture;

/** Solves a few linear equations by elimination with pivots. */
final class LinearEquations {

  /** Pivots smaller than this part of the largest coefficient leave the unknowns open. */
  private static final double LEAST_PIVOT = 1e-9;

  private LinearEquations() {}

  /**
   * Solves as many equations as there are unknowns.
   *
   * @param equations coefficients and, last, the right side, (n, n + 1); they are changed
   * @param unknowns filled with the solution, (n)
   * @return whether there is one solution; else {@code unknowns} are left as they were
   */
  static boolean solve(double[][] equations, double[] unknowns) {
    int count = unknowns.length;
    double largest = 0;
    for (double[] equation : equations) {
      for (int i = 0; i < count; i++) {
        largest = Math.max(largest, Math.abs(equation[i]));
      }
    }
    for (int step = 0; step < count; step++) {
      int pivot = step;
      for (int row = step + 1; row < count; row++) {
        if (Math.abs(equations[row][step]) > Math.abs(equations[pivot][step])) {
          pivot = row;
        }
      }
      double[] chosen = equations[pivot];
      equations[pivot] = equations[step];
      equations[step] = chosen;
      if (!(Math.abs(chosen[step]) > LEAST_PIVOT * largest)) {
        return false;
      }
      for (int row = step + 1; row < count; row++) {
        double factor = equations[row][step] / chosen[step];
        for (int i = step; i <= count; i++) {
          equations[row][i] -= factor * chosen[i];
        }
      }
    }
    for (int row = count - 1; row >= 0; row--) {
      double rest = equations[row][count];
      for (int i = row + 1; i < count; i++) {
        rest -= equations[row][i] * unknowns[i];
      }
      unknowns[row] = rest / equations[row][row];
    }
    return true;
  }
}
