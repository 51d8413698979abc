package confidant.engine.kernel;

import confidant.engine.kernel.KernelPart.Operation;
import confidant.engine.tensor.DType;
import org.jspecify.annotations.Nullable;

/**
 * Kernels that are chosen a little after they are handed out. Nothing may be calculated before the
 * decision, which then holds for good, so that results never change in mid-course.
 */
public final class DecidedKernels extends DelegatingKernels {
  private volatile @Nullable Kernels chosen;

  /** Takes {@code kernels} for good; later decisions change nothing. */
  public synchronized void decide(Kernels kernels) {
    if (chosen == null) {
      chosen = kernels;
    }
  }

  @Override
  Kernels of(Operation operation, DType type) {
    return rest();
  }

  @Override
  Kernels rest() {
    Kernels kernels = chosen;
    if (kernels == null) {
      throw new IllegalStateException("calculated before the kernels were decided");
    }
    return kernels;
  }
}
