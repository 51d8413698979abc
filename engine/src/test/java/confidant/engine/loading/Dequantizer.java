package confidant.engine.loading;

import confidant.engine.format.LittleEndian;
import confidant.engine.tensor.DType;
import confidant.engine.tensor.Matrix;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Element by element, straight from the definitions of the formats. */
final class Dequantizer {
  private static final float[] E2M1 = {
    0, 0.5f, 1, 1.5f, 2, 3, 4, 6, -0f, -0.5f, -1, -1.5f, -2, -3, -4, -6
  };
  private static final int SCALE_BIAS = 127;
  private static final int BLOCK = 32;

  private Dequantizer() {}

  /** All elements, row after row. */
  static float[] all(Matrix matrix) {
    float[] values = new float[matrix.rows() * matrix.cols()];
    for (int row = 0; row < matrix.rows(); row++) {
      for (int col = 0; col < matrix.cols(); col++) {
        values[row * matrix.cols() + col] = element(matrix, row, col);
      }
    }
    return values;
  }

  private static float element(Matrix matrix, int row, int col) {
    DType type = matrix.type();
    MemorySegment data = matrix.data();
    long block = matrix.rowOffset(row) + (long) col / type.blockElements() * type.blockBytes();
    int i = col % type.blockElements();
    return switch (type) {
      case F32 -> data.get(LittleEndian.FLOAT, block);
      case F16 -> Float.float16ToFloat(data.get(LittleEndian.SHORT, block));
      case BF16 -> Float.intBitsToFloat(data.get(LittleEndian.SHORT, block) << 16);
      case Q8_0 ->
          Float.float16ToFloat(data.get(LittleEndian.SHORT, block))
              * data.get(ValueLayout.JAVA_BYTE, block + 2 + i);
      case MXFP4_SPLIT -> {
        byte scale =
            matrix.scales().get(ValueLayout.JAVA_BYTE, matrix.scaleRowOffset(row) + col / BLOCK);
        yield mxfp4(scale, neighbours(data, block, i));
      }
      case MXFP4_OLLAMA ->
          mxfp4(data.get(ValueLayout.JAVA_BYTE, block), neighbours(data, block + 1, i));
      case MXFP4_GGML -> {
        int pair = data.get(ValueLayout.JAVA_BYTE, block + 1 + i % 16);
        yield mxfp4(data.get(ValueLayout.JAVA_BYTE, block), i < 16 ? pair : pair >> 4);
      }
    };
  }

  private static int neighbours(MemorySegment data, long codes, int i) {
    int pair = data.get(ValueLayout.JAVA_BYTE, codes + i / 2);
    return i % 2 == 0 ? pair : pair >> 4;
  }

  private static float mxfp4(byte scale, int code) {
    return Math.scalb(E2M1[code & 15], Byte.toUnsignedInt(scale) - SCALE_BIAS);
  }
}
