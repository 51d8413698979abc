package confidant.engine.kernel;

import confidant.engine.tensor.DType;
import confidant.engine.tensor.Matrix;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.random.RandomGenerator;

/** Random matrices of every type, with scales that a real checkpoint could have. */
final class TestMatrices {
  private static final int LOWEST_SCALE = 110;
  private static final int SCALE_SPREAD = 20;

  private TestMatrices() {}

  static Matrix random(DType type, int rows, int cols, RandomGenerator random, Arena arena) {
    long bytes = type.rowBytes(cols) * rows;
    MemorySegment data = arena.allocate(bytes);
    for (long i = 0; i < bytes; i++) {
      data.set(ValueLayout.JAVA_BYTE, i, (byte) random.nextInt());
    }
    int blocks = rows * cols / 32;
    switch (type) {
      case F32 -> {
        for (long i = 0; i < (long) rows * cols; i++) {
          data.set(Rows.FLOAT, i * Float.BYTES, (float) random.nextGaussian());
        }
      }
      case F16 -> {
        for (long i = 0; i < (long) rows * cols; i++) {
          data.set(
              Rows.SHORT, i * Short.BYTES, Float.floatToFloat16((float) random.nextGaussian()));
        }
      }
      case BF16 -> {
        for (long i = 0; i < (long) rows * cols; i++) {
          int bits = Float.floatToRawIntBits((float) random.nextGaussian());
          data.set(Rows.SHORT, i * Short.BYTES, (short) (bits >>> 16));
        }
      }
      case Q8_0 -> {
        for (int b = 0; b < blocks; b++) {
          float scale = random.nextFloat() / 64;
          data.set(Rows.SHORT, (long) b * type.blockBytes(), Float.floatToFloat16(scale));
        }
      }
      case MXFP4_GGML, MXFP4_OLLAMA -> {
        for (int b = 0; b < blocks; b++) {
          data.set(ValueLayout.JAVA_BYTE, (long) b * type.blockBytes(), scaleByte(random));
        }
      }
      case MXFP4_SPLIT -> {
        MemorySegment scales = arena.allocate(blocks);
        for (int b = 0; b < blocks; b++) {
          scales.set(ValueLayout.JAVA_BYTE, b, scaleByte(random));
        }
        return Matrix.split(rows, cols, data, scales);
      }
    }
    return Matrix.dense(type, rows, cols, data);
  }

  private static byte scaleByte(RandomGenerator random) {
    return (byte) (LOWEST_SCALE + random.nextInt(SCALE_SPREAD));
  }

  static float[] vector(int count, RandomGenerator random) {
    float[] x = new float[count];
    for (int i = 0; i < count; i++) {
      x[i] = (float) random.nextGaussian();
    }
    return x;
  }
}
