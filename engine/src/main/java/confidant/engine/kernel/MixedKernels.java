package confidant.engine.kernel;

import confidant.engine.kernel.KernelPart.Operation;
import confidant.engine.tensor.DType;
import java.util.Arrays;

/** Kernels of which some were replaced by those of another implementation. */
final class MixedKernels extends DelegatingKernels {
  private final Kernels base;
  private final Kernels[] unpack = new Kernels[DType.values().length]; // by type
  private final Kernels[] matVec = new Kernels[DType.values().length]; // by type
  private Kernels panelProduct;

  MixedKernels(Kernels base) {
    this.base = base;
    Arrays.fill(unpack, base);
    Arrays.fill(matVec, base);
    panelProduct = base;
  }

  /** Lets {@code other} do this part from now on. */
  void replace(KernelPart part, Kernels other) {
    switch (part.operation()) {
      case UNPACK -> unpack[part.type().ordinal()] = other;
      case MAT_VEC -> matVec[part.type().ordinal()] = other;
      case PANEL_PRODUCT -> panelProduct = other;
    }
  }

  @Override
  Kernels of(Operation operation, DType type) {
    return switch (operation) {
      case UNPACK -> unpack[type.ordinal()];
      case MAT_VEC -> matVec[type.ordinal()];
      case PANEL_PRODUCT -> panelProduct;
    };
  }

  @Override
  Kernels rest() {
    return base;
  }
}
