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
   * Sums halves onto halves of a vector of the preferred width.
   *
   * @param lanes [LANES] from {@code offset}; overwritten
   */
  static float sum(float[] lanes, int offset) {
    return sum(lanes, offset, LANES);
  }

  /**
   * Sums halves onto halves.
   *
   * @param lanes [count] from {@code offset}; overwritten
   * @param count 4, 8 or 16
   */
  static float sum(float[] lanes, int offset, int count) {
    if (count == 16) {
      FloatVector upper = FloatVector.fromArray(F256, lanes, offset + 8);
      FloatVector.fromArray(F256, lanes, offset).add(upper).intoArray(lanes, offset);
    }
    if (count >= 8) {
      FloatVector upper = FloatVector.fromArray(F128, lanes, offset + 4);
      FloatVector.fromArray(F128, lanes, offset).add(upper).intoArray(lanes, offset);
    }
    return lanes[offset] + lanes[offset + 2] + (lanes[offset + 1] + lanes[offset + 3]);
  }
}
