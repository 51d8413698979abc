package confidant.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Finds kernels that the compiler quietly made slow. Past a number of nodes C2 stops inlining, and
 * a right kernel runs at a fraction of its speed without a word; only a clock shows it.
 *
 * <p>A loaded machine must not look like that. So each kernel is held against the peak that the
 * processor reaches in the same instants, the best of several short runs counts on either side, a
 * low kernel is run on for {@link #PATIENCE_NANOS} in case it is not compiled yet, no judgement is
 * passed where its runs took unequal times, and it is replaced only by one that is measured to be
 * faster by {@link #WORTH}.
 */
final class SelfCheck {
  /** How long a slow kernel may take to prove that it was only late: some compilations. */
  static final long PATIENCE_NANOS = 1_500_000_000L;

  /** How much faster another one must be. */
  static final double WORTH = 1.5;

  /**
   * Mean over least time of a run up to which nothing else wanted the processor. Beside other work
   * compilations can take half a minute, and nothing is known of a kernel by then.
   */
  private static final double QUIET = 1.3;

  private static final int RUNS = 6;

  /** A run longer than this is not repeated: it is slow, or was interrupted, for certain. */
  private static final long LONG_RUN_NANOS = 10_000_000L;

  private final LongSupplier nanoClock;
  private final Runnable peak;
  private final double peakFlops;

  /**
   * Makes a check.
   *
   * @param peak work at the processor's peak, {@code peakFlops} of it a call
   */
  SelfCheck(LongSupplier nanoClock, Runnable peak, double peakFlops) {
    this.nanoClock = nanoClock;
    this.peak = peak;
    this.peakFlops = peakFlops;
  }

  /**
   * What came out.
   *
   * @param kernels {@code fast} itself, or with kernels of others in place of its fallen ones
   * @param replaced names of these
   */
  record Outcome(Kernels kernels, List<String> replaced) {}

  /**
   * Times every part of {@code fast}.
   *
   * @param others what may take its place, the fastest first
   * @param hurried whether somebody waits: then nothing is replaced for which patience would be
   *     needed
   */
  Outcome check(
      Kernels fast, List<Kernels> others, List<KernelPart> parts, BooleanSupplier hurried) {
    MixedKernels mixed = new MixedKernels(fast);
    List<String> replaced = new ArrayList<>();
    for (KernelPart part : parts) {
      if (share(part, fast) < part.floor() && staysLow(part, fast, hurried)) {
        double low = share(part, fast);
        for (Kernels other : others) {
          if (share(part, other) > WORTH * low && share(part, other) > WORTH * share(part, fast)) {
            mixed.replace(part, other);
            replaced.add(part.name());
            break;
          }
        }
      }
    }
    return new Outcome(replaced.isEmpty() ? fast : mixed, replaced);
  }

  /** Whether a kernel that was low stays so, on a machine that gave it every chance. */
  private boolean staysLow(KernelPart part, Kernels kernels, BooleanSupplier hurried) {
    Load load = new Load();
    long start = nanoClock.getAsLong();
    while (nanoClock.getAsLong() - start < PATIENCE_NANOS) {
      if (hurried.getAsBoolean() || share(part, kernels) >= part.floor()) {
        return false;
      }
      load.add(nanos(() -> part.work().accept(kernels)));
    }
    return load.isQuiet();
  }

  /** Whether the same work took the same time again and again. */
  private static final class Load {
    private long runs;
    private long total;
    private long shortest = Long.MAX_VALUE;

    void add(long nanos) {
      runs++;
      total += nanos;
      shortest = Math.min(shortest, nanos);
    }

    boolean isQuiet() {
      return total < QUIET * shortest * runs;
    }
  }

  /** Speed of a kernel as a share of the peak, both the best of some runs that alternate. */
  private double share(KernelPart part, Kernels kernels) {
    double best = 0;
    double bestPeak = 0;
    for (int i = 0; i < RUNS; i++) {
      bestPeak = Math.max(bestPeak, peakFlops / nanos(peak));
      long nanos = nanos(() -> part.work().accept(kernels));
      best = Math.max(best, part.flops() / nanos);
      if (nanos > LONG_RUN_NANOS) {
        break;
      }
    }
    return best / bestPeak;
  }

  private long nanos(Runnable work) {
    long start = nanoClock.getAsLong();
    work.run();
    return Math.max(1, nanoClock.getAsLong() - start);
  }
}
