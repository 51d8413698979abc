package confidant.engine.kernel;

import confidant.engine.tensor.Matrix;

/** Plain loops, summing in double: the reference that the other kernels are held against. */
final class ScalarKernels implements Kernels {
  @Override
  public String describe() {
    return "scalar";
  }

  @Override
  public void unpack(Matrix w, int row, int from, int count, float[] out, int outOffset) {
    Rows.unpack(w, row, from, count, out, outOffset);
  }

  @Override
  public void matVec(Matrix w, int fromRow, int toRow, float[] x, float[] y, int yOffset) {
    float[] unpacked = new float[w.cols()];
    for (int r = fromRow; r < toRow; r++) {
      Rows.unpack(w, r, 0, w.cols(), unpacked, 0);
      double sum = 0;
      for (int c = 0; c < unpacked.length; c++) {
        sum += (double) unpacked[c] * x[c];
      }
      y[yOffset + r - fromRow] = (float) sum;
    }
  }

  @Override
  public void panelProduct(
      float[] a,
      int aOffset,
      int aStride,
      Panel panel,
      float[] c,
      int cOffset,
      int cStride,
      boolean accumulate) {
    for (int r = 0; r < PANEL_ROWS; r++) {
      for (int j = 0; j < panel.columns(); j++) {
        int at = cOffset + r * cStride + j;
        double sum = accumulate ? c[at] : 0;
        for (int k = 0; k < panel.depth(); k++) {
          long element = panel.offset() + ((long) k * panel.stride() + j) * Float.BYTES;
          sum += (double) a[aOffset + r * aStride + k] * panel.memory().get(Rows.FLOAT, element);
        }
        c[at] = (float) sum;
      }
    }
  }

  @Override
  public float expSum(float[] values, int offset, int count, float shift) {
    double sum = 0;
    for (int i = offset; i < offset + count; i++) {
      values[i] = (float) Math.exp(values[i] - shift);
      sum += values[i];
    }
    return (float) sum;
  }

  @Override
  public void swiGlu(
      float[] gate, int gateOffset, float[] up, int upOffset, int count, float limit) {
    for (int i = 0; i < count; i++) {
      float g = Math.min(gate[gateOffset + i], limit);
      float u = Math.clamp(up[upOffset + i], -limit, limit);
      // exp of a large argument is infinite, and g / infinity is the right limit, zero.
      gate[gateOffset + i] = (float) (g / (1 + Math.exp(-SWIGLU_ALPHA * g))) * (u + 1);
    }
  }
}
