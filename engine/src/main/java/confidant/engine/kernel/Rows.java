package confidant.engine.kernel;

import confidant.engine.tensor.DType;
import confidant.engine.tensor.Matrix;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Where the parts of a row lie, and its reading value by value: what all kernels share. */
final class Rows {
  static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  static final int Q8_0_BLOCK_ELEMENTS = 32;
  static final int Q8_0_BLOCK_BYTES = 34;
  static final int Q8_0_SCALE_BYTES = 2;

  private Rows() {}

  /** Byte in {@link Matrix#data()} of the first MXFP4 codes of a row. */
  static long codes(Matrix w, int row) {
    return w.rowOffset(row) + (w.type() == DType.MXFP4_SPLIT ? 0 : 1);
  }

  /** Byte in {@link Matrix#scales()} of the first MXFP4 scale of a row. */
  static long scales(Matrix w, int row) {
    return w.type() == DType.MXFP4_SPLIT ? w.scaleRowOffset(row) : w.rowOffset(row);
  }

  /** Bytes from one MXFP4 block's codes to the next block's. */
  static int codeStride(Matrix w) {
    return w.type().blockBytes();
  }

  /** Bytes from one MXFP4 block's scale to the next block's. */
  static int scaleStride(Matrix w) {
    return w.type() == DType.MXFP4_SPLIT ? 1 : w.type().blockBytes();
  }

  /** The reference of {@link Kernels#unpack}. */
  static void unpack(Matrix w, int row, int from, int count, float[] out, int outOffset) {
    MemorySegment data = w.data();
    switch (w.type()) {
      case F32 -> {
        long at = w.rowOffset(row) + (long) from * Float.BYTES;
        MemorySegment.copy(data, FLOAT, at, out, outOffset, count);
      }
      case F16 -> {
        long at = w.rowOffset(row) + (long) from * Short.BYTES;
        for (int i = 0; i < count; i++) {
          out[outOffset + i] = Float.float16ToFloat(data.get(SHORT, at + 2L * i));
        }
      }
      case BF16 -> {
        long at = w.rowOffset(row) + (long) from * Short.BYTES;
        for (int i = 0; i < count; i++) {
          int place = ColumnOrder.place(DType.BF16, i, count);
          out[outOffset + place] = Float.intBitsToFloat(data.get(SHORT, at + 2L * i) << 16);
        }
      }
      case Q8_0 -> {
        long at = w.rowOffset(row) + (long) from / Q8_0_BLOCK_ELEMENTS * Q8_0_BLOCK_BYTES;
        for (int i = 0; i < count; i += Q8_0_BLOCK_ELEMENTS, at += Q8_0_BLOCK_BYTES) {
          float scale = Float.float16ToFloat(data.get(SHORT, at));
          for (int j = 0; j < Q8_0_BLOCK_ELEMENTS; j++) {
            out[outOffset + i + j] =
                scale * data.get(ValueLayout.JAVA_BYTE, at + Q8_0_SCALE_BYTES + j);
          }
        }
      }
      case MXFP4_SPLIT, MXFP4_GGML, MXFP4_OLLAMA -> {
        int block = from / Mxfp4.BLOCK_ELEMENTS;
        long code = codes(w, row) + (long) block * codeStride(w);
        long scaleAt = scales(w, row) + (long) block * scaleStride(w);
        int half = Mxfp4.CODE_BYTES;
        for (int i = 0; i < count; i += Mxfp4.BLOCK_ELEMENTS) {
          float scale = Mxfp4.scale(w.scales().get(ValueLayout.JAVA_BYTE, scaleAt));
          for (int j = 0; j < half; j++) {
            int pair = data.get(ValueLayout.JAVA_BYTE, code + j) & 0xFF;
            out[outOffset + i + j] = scale * Mxfp4.value(pair & 0x0F);
            out[outOffset + i + half + j] = scale * Mxfp4.value(pair >>> 4);
          }
          code += codeStride(w);
          scaleAt += scaleStride(w);
        }
      }
    }
  }
}
