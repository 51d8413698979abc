package confidant.engine.kernel;

import confidant.engine.kernel.KernelPart.Operation;
import confidant.engine.tensor.DType;
import confidant.engine.tensor.Matrix;

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
  public void matVec(Matrix w, int fromRow, int toRow, float[] x, float[] y, int yOffset) {
    of(Operation.MAT_VEC, w.type()).matVec(w, fromRow, toRow, x, y, yOffset);
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
    of(Operation.PANEL_PRODUCT, DType.F32)
        .panelProduct(a, aOffset, aStride, panel, c, cOffset, cStride, accumulate);
  }

  @Override
  public float expSum(float[] values, int offset, int count, float shift) {
    return rest().expSum(values, offset, count, shift);
  }

  @Override
  public void swiGlu(
      float[] gate, int gateOffset, float[] up, int upOffset, int count, float limit) {
    rest().swiGlu(gate, gateOffset, up, upOffset, count, limit);
  }
}
