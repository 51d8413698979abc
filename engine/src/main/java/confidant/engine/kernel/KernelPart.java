package confidant.engine.kernel;

import confidant.engine.tensor.DType;
import java.util.function.Consumer;

/**
 * One kernel with something to time it by.
 *
 * @param operation which kernel
 * @param type of the weights; for {@link Operation#PANEL_PRODUCT} any
 * @param flops of one call of {@code work}; a multiply-add counts as two
 * @param floor share of the processor's peak below which the kernel has fallen: about a third of
 *     what it reaches at its slowest width
 * @param work calls it
 */
record KernelPart(
    Operation operation, DType type, double flops, double floor, Consumer<Kernels> work) {

  /** The hot kernels. */
  enum Operation {
    UNPACK("unpack"),
    MAT_VEC("matVec"),
    PANEL_PRODUCT("panelProduct");

    private final String label;

    Operation(String label) {
      this.label = label;
    }
  }

  /** For people. */
  String name() {
    return operation == Operation.PANEL_PRODUCT
        ? operation.label
        : operation.label + " " + type.label();
  }
}
