package confidant.demo.net;

/**
 * Rotary position embedding with YaRN (Peng and others: YaRN, 2023, section 3), halves rotated
 * against each other. Cosine and sine hold YaRN's concentration.
 */
final class Rotary {
  private static final double CONCENTRATION_SLOPE = 0.1;

  private final int half;
  private final float[] cos; // [positions, half]
  private final float[] sin; // [positions, half]

  Rotary(Shape shape, int positions) {
    half = shape.headDim() / 2;
    cos = new float[positions * half];
    sin = new float[positions * half];
    Shape.Rope rope = shape.rope();
    double concentration =
        rope.factor() > 1 ? CONCENTRATION_SLOPE * Math.log(rope.factor()) + 1 : 1;
    for (int i = 0; i < half; i++) {
      double frequency = frequency(shape, i);
      for (int position = 0; position < positions; position++) {
        double angle = position * frequency;
        cos[position * half + i] = (float) (Math.cos(angle) * concentration);
        sin[position * half + i] = (float) (Math.sin(angle) * concentration);
      }
    }
  }

  /** By how much a pair of dimensions turns from one position to the next, in radians. */
  static double frequency(Shape shape, int pair) {
    Shape.Rope rope = shape.rope();
    int half = shape.headDim() / 2;
    double wave = Math.pow(rope.theta(), (double) pair / half);
    if (rope.factor() <= 1) {
      return 1 / wave;
    }
    double low = turningPoint(rope, half, rope.betaFast());
    double high = turningPoint(rope, half, rope.betaSlow());
    double ramp = Math.clamp((pair - low) / (high - low), 0.0, 1.0);
    return (1 - ramp) / wave + ramp / (rope.factor() * wave);
  }

  /** The dimension that makes so many turns within the original context. */
  private static double turningPoint(Shape.Rope rope, int half, double turns) {
    return half * Math.log(rope.originalContext() / (turns * 2 * Math.PI)) / Math.log(rope.theta());
  }

  /** Rotates one head's vector in place. */
  void rotate(float[] values, int at, int position) {
    int table = position * half;
    for (int i = 0; i < half; i++) {
      float a = values[at + i];
      float b = values[at + half + i];
      values[at + i] = a * cos[table + i] - b * sin[table + i];
      values[at + half + i] = b * cos[table + i] + a * sin[table + i];
    }
  }

  /** Takes a gradient back through {@link #rotate}. */
  void rotateBack(float[] values, int at, int position) {
    int table = position * half;
    for (int i = 0; i < half; i++) {
      float a = values[at + i];
      float b = values[at + half + i];
      values[at + i] = a * cos[table + i] + b * sin[table + i];
      values[at + half + i] = b * cos[table + i] - a * sin[table + i];
    }
  }
}
