package confidant.engine.kernel;

import confidant.engine.kernel.KernelPart.Operation;
import confidant.engine.tensor.DType;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Kernels that are chosen a little after they are handed out: the first call waits for the
 * decision, which then holds for good, so that results never change in mid-course. Whoever decides
 * can see that somebody waits.
 */
public final class DecidedKernels extends DelegatingKernels {
  private static final long NOBODY = Long.MAX_VALUE;

  private final CountDownLatch decision = new CountDownLatch(1);
  private volatile @Nullable Kernels chosen;
  private volatile long waitingSince = NOBODY;

  /** Takes {@code kernels} for good; later decisions change nothing. */
  public synchronized void decide(Kernels kernels) {
    if (chosen == null) {
      chosen = kernels;
      decision.countDown();
    }
  }

  /** How long a call has been waiting for the decision; 0 if none waits. */
  public long waitedNanos() {
    long since = waitingSince;
    return since == NOBODY ? 0 : Math.max(1, System.nanoTime() - since);
  }

  @Override
  Kernels of(Operation operation, DType type) {
    return rest();
  }

  @Override
  Kernels rest() {
    Kernels kernels = chosen;
    return kernels != null ? kernels : await();
  }

  private Kernels await() {
    if (waitingSince == NOBODY) {
      waitingSince = System.nanoTime();
    }
    boolean interrupted = false;
    while (true) {
      try {
        decision.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Kernels kernels = chosen;
    if (kernels == null) {
      throw new IllegalStateException("decided without kernels");
    }
    return kernels;
  }
}
