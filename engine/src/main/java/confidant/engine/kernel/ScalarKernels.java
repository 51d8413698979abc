package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Plain loops, summing in double: the reference that the other kernels are held against. */
final class ScalarKernels implements Kernels {
  @Override
  public String describe() {
    return "scalar";
  }

  @Override
  public int panelRows() {
    return ROW_STEP;
  }

  @Override
  public void unpack(Matrix w, int row, int from, int count, float[] out, int outOffset) {
    Rows.unpack(w, row, from, count, out, outOffset);
  }

  @Override
  public void matVec(
      Matrix w,
      int fromRow,
      int toRow,
      float[] x,
      int firstToken,
      int tokens,
      float[] y,
      int yOffset,
      int yStride) {
    int cols = w.cols();
    float[] unpacked = new float[cols];
    for (int r = fromRow; r < toRow; r++) {
      Rows.unpack(w, r, 0, cols, unpacked, 0);
      for (int t = 0; t < tokens; t++) {
        double sum = 0;
        for (int c = 0; c < cols; c++) {
          sum += (double) unpacked[c] * x[(firstToken + t) * cols + c];
        }
        y[yOffset + t * yStride + r - fromRow] = (float) sum;
      }
    }
  }

  @Override
  public void panelProduct(
      float[] a,
      int aOffset,
      int rows,
      Panel panel,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate) {
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < panel.columns(); j++) {
        int at = cOffset + r * cStride + j;
        long column = (long) (j / Panel.GROUP) * panel.groupStride() + j % Panel.GROUP;
        double sum = accumulate ? c[at] : 0;
        for (int k = 0; k < panel.depth(); k++) {
          long element = panel.offset() + (column + (long) k * panel.rowStride()) * Float.BYTES;
          sum += (double) a[aOffset + r * ROW_STRIDE + k] * panel.memory().get(Rows.FLOAT, element);
        }
        c[at] = (float) sum;
      }
    }
  }

  @Override
  public float max(float[] values, int offset, int count) {
    float max = values[offset];
    for (int i = offset + 1; i < offset + count; i++) {
      max = Math.max(max, values[i]);
    }
    return max;
  }

  @Override
  public float exp2Sum(float[] values, int offset, int count, float shift) {
    double sum = 0;
    for (int i = offset; i < offset + count; i++) {
      values[i] = (float) Math.pow(2, values[i] - shift);
      sum += values[i];
    }
    return (float) sum;
  }

  @Override
  public void scale(float[] values, int offset, int count, float factor) {
    for (int i = offset; i < offset + count; i++) {
      values[i] *= factor;
    }
  }

  @Override
  public void swiGlu(
      float[] gate,
      int gateOffset,
      float gateBias,
      float[] up,
      int upOffset,
      float upBias,
      int count,
      float limit) {
    for (int i = 0; i < count; i++) {
      float g = Math.min(gate[gateOffset + i] + gateBias, limit);
      float u = Math.clamp(up[upOffset + i] + upBias, -limit, limit);
      // exp of a large argument is infinite, and g / infinity is the right limit, zero.
      gate[gateOffset + i] = (float) (g / (1 + Math.exp(-SWIGLU_ALPHA * g))) * (u + 1);
    }
  }

  @Override
  public void widenRows(
      MemorySegment in, long inOffset, long exponents, int rows, int columns, float[] out) {
    for (int r = 0; r < rows; r++) {
      float scale = Math.scalb(1f, in.get(ValueLayout.JAVA_BYTE, exponents + r));
      for (int c = 0; c < columns; c++) {
        int i = r * columns + c;
        out[i] = in.get(Rows.SHORT, inOffset + (long) i * Short.BYTES) * scale;
      }
    }
  }

  @Override
  public void widenColumns(
      MemorySegment in, long inOffset, long exponents, int groups, int rows, float[] out) {
    for (int g = 0; g < groups; g++) {
      for (int i = 0; i < rows * Panel.GROUP; i++) {
        int at = g * rows * Panel.GROUP + i;
        long column = (long) g * Panel.GROUP + i % Panel.GROUP;
        float scale = Math.scalb(1f, in.get(ValueLayout.JAVA_BYTE, exponents + column));
        out[at] = in.get(Rows.SHORT, inOffset + (long) at * Short.BYTES) * scale;
      }
    }
  }
}
