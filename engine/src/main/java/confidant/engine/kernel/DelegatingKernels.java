package confidant.engine.kernel;

import confidant.engine.kernel.KernelPart.Operation;
import confidant.engine.tensor.DType;
import confidant.engine.tensor.Matrix;
import java.lang.foreign.MemorySegment;

/** Kernels that leave each call to others. */
abstract class DelegatingKernels implements Kernels {

  /** Who does this operation on weights of this type. */
  abstract Kernels of(Operation operation, DType type);

  /** Who does all the rest. */
  abstract Kernels rest();

  @Override
  public String describe() {
    return rest().describe();
  }

  @Override
  public void unpack(Matrix w, int row, int from, int count, float[] out, int outOffset) {
    of(Operation.UNPACK, w.type()).unpack(w, row, from, count, out, outOffset);
  }

  @Override
  public int panelRows() {
    return of(Operation.PANEL_PRODUCT, DType.F32).panelRows();
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
    of(Operation.MAT_VEC, w.type())
        .matVec(w, fromRow, toRow, x, firstToken, tokens, y, yOffset, yStride);
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
    of(Operation.PANEL_PRODUCT, DType.F32)
        .panelProduct(a, aOffset, rows, panel, c, cOffset, cStride, accumulate);
  }

  @Override
  public float max(float[] values, int offset, int count) {
    return rest().max(values, offset, count);
  }

  @Override
  public float exp2Sum(float[] values, int offset, int count, float shift) {
    return rest().exp2Sum(values, offset, count, shift);
  }

  @Override
  public void scale(float[] values, int offset, int count, float factor) {
    rest().scale(values, offset, count, factor);
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
    rest().swiGlu(gate, gateOffset, gateBias, up, upOffset, upBias, count, limit);
  }

  @Override
  public void widenRows(
      MemorySegment in, long inOffset, long exponents, int rows, int columns, float[] out) {
    rest().widenRows(in, inOffset, exponents, rows, columns, out);
  }

  @Override
  public void widenColumns(
      MemorySegment in, long inOffset, long exponents, int groups, int rows, float[] out) {
    rest().widenColumns(in, inOffset, exponents, groups, rows, out);
  }
}
