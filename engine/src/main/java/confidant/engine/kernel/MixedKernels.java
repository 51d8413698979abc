package confidant.engine.kernel;

import confidant.engine.kernel.KernelPart.Operation;
import confidant.engine.tensor.DType;
import java.util.EnumMap;
import java.util.Map;

/** Kernels of which some were replaced by those of another implementation. */
final class MixedKernels extends DelegatingKernels {
  private final Kernels base;
  private final Map<DType, Kernels> unpack = new EnumMap<>(DType.class);
  private final Map<DType, Kernels> matVec = new EnumMap<>(DType.class);
  private Kernels panelProduct;

  MixedKernels(Kernels base) {
    this.base = base;
    panelProduct = base;
  }

  /** Lets {@code other} do this part from now on. */
  void replace(KernelPart part, Kernels other) {
    switch (part.operation()) {
      case UNPACK -> unpack.put(part.type(), other);
      case MAT_VEC -> matVec.put(part.type(), other);
      case PANEL_PRODUCT -> panelProduct = other;
    }
  }

  @Override
  Kernels of(Operation operation, DType type) {
    return switch (operation) {
      case UNPACK -> unpack.getOrDefault(type, base);
      case MAT_VEC -> matVec.getOrDefault(type, base);
      case PANEL_PRODUCT -> panelProduct;
    };
  }

  @Override
  Kernels rest() {
    return base;
  }
}
