package confidant.demo.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Exponentials of rows. */
public final class Softmax {

  private Softmax() {}

  /**
   * Turns scores into probabilities, of which those of a row and of its sink make 1.
   *
   * @param scale by which scores are multiplied first, the sink not
   * @return the logarithm of the denominator
   */
  public static float withSink(float[] values, int at, int count, float scale, float sink) {
    float largest = Math.max(sink, scale * largest(values, at, count));
    float sum = exponentials(values, at, count, scale, largest) + (float) Math.exp(sink - largest);
    multiply(values, at, count, 1 / sum);
    return largest + (float) Math.log(sum);
  }

  /** The same probabilities anew, from the same scores and what {@link #withSink} returned. */
  public static void again(float[] values, int at, int count, float scale, float logSum) {
    exponentials(values, at, count, scale, logSum);
  }

  /** The largest of some numbers. */
  public static float largest(float[] values, int at, int count) {
    FloatVector most = FloatVector.broadcast(Tile.F, Float.NEGATIVE_INFINITY);
    int i = 0;
    for (; i + Tile.LANES <= count; i += Tile.LANES) {
      most = most.max(FloatVector.fromArray(Tile.F, values, at + i));
    }
    float largest = most.reduceLanes(VectorOperators.MAX);
    for (; i < count; i++) {
      largest = Math.max(largest, values[at + i]);
    }
    return largest;
  }

  /**
   * Replaces each number by the exponential of it times {@code scale}, less {@code shift}.
   *
   * @return their sum
   */
  public static float exponentials(float[] values, int at, int count, float scale, float shift) {
    FloatVector sums = FloatVector.zero(Tile.F);
    int i = 0;
    for (; i + Tile.LANES <= count; i += Tile.LANES) {
      FloatVector power =
          FloatVector.fromArray(Tile.F, values, at + i)
              .mul(scale)
              .sub(shift)
              .lanewise(VectorOperators.EXP);
      power.intoArray(values, at + i);
      sums = sums.add(power);
    }
    float sum = sums.reduceLanes(VectorOperators.ADD);
    for (; i < count; i++) {
      values[at + i] = (float) Math.exp(values[at + i] * scale - shift);
      sum += values[at + i];
    }
    return sum;
  }

  private static void multiply(float[] values, int at, int count, float factor) {
    for (int i = at; i < at + count; i++) {
      values[i] *= factor;
    }
  }
}
