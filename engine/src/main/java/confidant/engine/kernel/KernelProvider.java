package confidant.engine.kernel;

import confidant.engine.api.KernelReport;
import confidant.engine.api.KernelReport.Obstacle;
import confidant.engine.api.VmFlags;
import confidant.engine.tensor.Matrix;
import java.lang.foreign.Arena;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import jdk.incubator.vector.FloatVector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the arithmetic, and says why it is not faster. */
public final class KernelProvider {
  private static final Logger LOG = LoggerFactory.getLogger(KernelProvider.class);
  private static final int WIDEST_BITS = 512;

  private KernelProvider() {}

  /**
   * Arithmetic that was chosen.
   *
   * @param report what there is to say of it
   */
  public record Selection(Kernels kernels, KernelReport report) {}

  /** The reference. */
  public static Kernels scalar() {
    return new ScalarKernels();
  }

  /** The fastest that runs here. */
  public static Kernels fastest() {
    return fastest(report(VmFlags.unknown()).bits());
  }

  private static Kernels fastest(int bits) {
    return bits == 0 ? scalar() : Vectors.create(bits);
  }

  /** {@link #scalar}, with its report. */
  public static Selection selectScalar() {
    return new Selection(
        scalar(), new KernelReport(0, ProcessorVectors.bits(), Obstacle.SCALAR_REQUESTED, ""));
  }

  /**
   * Times the kernels that weights like {@code samples} use, and replaces those that the compiler
   * made slow. For after they were warmed up; takes milliseconds where nothing is wrong.
   *
   * @param samples weights, one matrix of each type, at least 64x512. Those of a model in its
   *     mapped file, since the compiler takes memory of another kind for a reason to begin anew
   * @param hurried whether somebody waits; see {@link SelfCheck}
   */
  public static Selection checked(
      Selection selection, Collection<Matrix> samples, BooleanSupplier hurried) {
    KernelReport report = selection.report();
    if (report.bits() == 0) {
      return selection;
    }
    try (Arena arena = Arena.ofShared()) {
      SelfCheck check =
          new SelfCheck(System::nanoTime, new MultiplyAddPeak(), MultiplyAddPeak.FLOPS);
      SelfCheck.Outcome outcome =
          check.check(
              selection.kernels(),
              alternatives(report.bits()),
              KernelTrials.of(samples, arena),
              hurried);
      if (outcome.replaced().isEmpty()) {
        return selection;
      }
      LOG.warn("Kernels compiled badly and were replaced: {}", outcome.replaced());
      return new Selection(outcome.kernels(), report.withReplaced(outcome.replaced()));
    }
  }

  private static List<Kernels> alternatives(int bits) {
    return bits == WIDEST_BITS
        ? List.of(Vectors.create(bits / 2), new ScalarKernels())
        : List.of(new ScalarKernels());
  }

  /** {@link #fastest}, with its report; a warning is logged if that is scalar. */
  public static Selection select(VmFlags flags) {
    KernelReport report = report(flags);
    if (report.bits() == 0) {
      LOG.warn("Running without vector instructions, {}", report.hint());
    }
    return new Selection(fastest(report.bits()), report);
  }

  /** What {@link #select} would say. */
  public static KernelReport report(VmFlags flags) {
    VirtualMachine vm = VirtualMachine.current(flags);
    Optional<KernelReport> refusal = KernelGate.refusal(vm);
    return refusal.orElseGet(() -> KernelGate.accepted(vm, Vectors.bits()));
  }

  /** Apart, so that a refused Vector API is never initialised. */
  private static final class Vectors {
    static int bits() {
      return FloatVector.SPECIES_PREFERRED.vectorBitSize();
    }

    static Kernels create(int bits) {
      return bits == WIDEST_BITS ? new Vector512Kernels() : new NarrowKernels(bits);
    }
  }
}
