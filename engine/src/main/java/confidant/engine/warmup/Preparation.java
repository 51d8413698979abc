package confidant.engine.warmup;

import confidant.engine.api.KernelReport;
import confidant.engine.kernel.DecidedKernels;
import confidant.engine.kernel.KernelProvider;
import confidant.engine.kernel.KernelProvider.Selection;
import confidant.engine.kernel.Kernels;
import confidant.engine.model.ModelConfig;
import confidant.engine.model.Weights;
import confidant.engine.tensor.DType;
import confidant.engine.tensor.Matrix;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warms the kernels up and checks them, in the background of opening a model, building its
 * vocabulary and reading papers. The first real pass waits for the rest of it, but not long.
 */
public final class Preparation {
  private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

  /** What the first real pass waits at most: enough if the warm-up is nearly through. */
  private static final long GRACE_NANOS = 300_000_000L;

  /**
   * What was decided in this process, by the types of the weights. Compiled code belongs to the
   * process, and so does what was found out about it.
   */
  private static final Map<Set<DType>, Selection> DECIDED = new ConcurrentHashMap<>();

  private final Kernels kernels;
  private volatile KernelReport report;

  private Preparation(Kernels kernels, KernelReport report) {
    this.kernels = kernels;
    this.report = report;
  }

  /**
   * Prepares for a model.
   *
   * @param wanted whether to warm up at all; nothing is done for a tiny model, nor where a model of
   *     the same types was prepared for before
   */
  public static Preparation start(
      ModelConfig config, Weights weights, Selection selection, boolean wanted) {
    Set<DType> types = types(weights);
    Selection decided = DECIDED.get(types);
    if (decided != null) {
      return new Preparation(decided.kernels(), decided.report());
    }
    if (!wanted || selection.report().bits() == 0 || !WarmUp.pays(config)) {
      return new Preparation(selection.kernels(), selection.report());
    }
    DecidedKernels kernels = new DecidedKernels();
    Preparation preparation = new Preparation(kernels, selection.report());
    Thread.ofPlatform()
        .daemon()
        .name("engine-warm-up")
        .start(() -> preparation.prepare(config, weights, types, selection, kernels));
    return preparation;
  }

  private void prepare(
      ModelConfig config,
      Weights weights,
      Set<DType> types,
      Selection selection,
      DecidedKernels decided) {
    BooleanSupplier hurried = () -> decided.waitedNanos() > GRACE_NANOS;
    Selection outcome = selection;
    try {
      WarmUp.run(config, weights, selection.kernels(), hurried);
      outcome = KernelProvider.checked(selection, types, hurried);
      report = outcome.report();
      DECIDED.putIfAbsent(types, outcome);
    } catch (RuntimeException | Error e) {
      // What cannot be warmed up can still run, or will say itself why not.
      LOG.warn("Warming up was given up: {}", e.toString());
    } finally {
      decided.decide(outcome.kernels());
    }
  }

  /** Types that kernels will meet; the first layer stands for all. */
  private static Set<DType> types(Weights weights) {
    Weights.Layer layer = weights.layers().get(0);
    Weights.Expert expert = layer.experts().get(0);
    Set<DType> types = EnumSet.noneOf(DType.class);
    Stream.of(weights.output(), layer.q(), layer.o(), expert.gate(), expert.down())
        .map(Matrix::type)
        .forEach(types::add);
    return Set.copyOf(types);
  }

  /** What to calculate with. The first call may wait. */
  public Kernels kernels() {
    return kernels;
  }

  /** Which kernels run; without those that will yet be replaced as long as nothing is decided. */
  public KernelReport report() {
    return report;
  }

  /** What was measured in this process; empty if nothing was. */
  public static Optional<KernelReport> measured() {
    return DECIDED.values().stream().map(Selection::report).findAny();
  }
}
