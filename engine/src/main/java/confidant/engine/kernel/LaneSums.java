package confidant.engine.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * The sum of one vector's lanes, always in the same order. {@link FloatVector#reduceLanes} leaves
 * the order open, and the interpreter's differs from compiled code's, so that the same prompt would
 * give other logits once the program is warm.
 */
final class LaneSums {
  private static final int LANES = VectorKernels.LANES;

  private LaneSums() {}

  /**
   * Sums halves onto halves.
   *
   * @param lanes [LANES] from {@code offset}; overwritten
   */
  static float sum(float[] lanes, int offset) {
    for (int n = LANES / 2; n > 0; n /= 2) {
      for (int i = offset; i < offset + n; i++) {
        lanes[i] += lanes[i + n];
      }
    }
    return lanes[offset];
  }
}
