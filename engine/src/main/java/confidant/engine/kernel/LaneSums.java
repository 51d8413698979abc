package confidant.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The sum of one vector's lanes, always in the same order. {@link FloatVector#reduceLanes} leaves
 * the order open, and the interpreter's differs from compiled code's, so that the same prompt would
 * give other logits once the program is warm.
 */
final class LaneSums {
  private static final int LANES = VectorKernels.LANES;
  private static final VectorSpecies<Float> F256 = FloatVector.SPECIES_256;
  private static final VectorSpecies<Float> F128 = FloatVector.SPECIES_128;

  private LaneSums() {}

  /**
   * Sums halves onto halves.
   *
   * @param lanes [LANES] from {@code offset}; overwritten
   */
  static float sum(float[] lanes, int offset) {
    if (LANES >= 16) {
      FloatVector upper = FloatVector.fromArray(F256, lanes, offset + 8);
      FloatVector.fromArray(F256, lanes, offset).add(upper).intoArray(lanes, offset);
    }
    if (LANES >= 8) {
      FloatVector upper = FloatVector.fromArray(F128, lanes, offset + 4);
      FloatVector.fromArray(F128, lanes, offset).add(upper).intoArray(lanes, offset);
    }
    return lanes[offset] + lanes[offset + 2] + (lanes[offset + 1] + lanes[offset + 3]);
  }
}
