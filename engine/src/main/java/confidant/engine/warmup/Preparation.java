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
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warms the kernels up and checks them, in the background of opening a model, building its
 * vocabulary and reading papers. The first real pass waits for the rest of it, but not long.
 */
public final class Preparation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

  /**
   * What the first real pass waits at most. Real rows are long: interpreted, they take many times
   * what is left of a warm-up that goes well, and code that was compiled halfway is thrown away.
   */
  private static final long GRACE_NANOS = 6_000_000_000L;

  /**
   * What was decided in this process, by the types of the weights. Compiled code belongs to the
   * process, and so does what was found out about it.
   */
  private static final Map<Set<DType>, Selection> DECIDED = new ConcurrentHashMap<>();

  private final Kernels kernels;
  private final CountDownLatch practised = new CountDownLatch(1);
  private volatile KernelReport report;
  private volatile boolean closed;

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
    Map<DType, Matrix> samples = samples(weights);
    Selection decided = DECIDED.get(samples.keySet());
    if (decided != null) {
      return none(decided);
    }
    if (!wanted || selection.report().bits() == 0 || !WarmUp.pays(config)) {
      return none(selection);
    }
    DecidedKernels kernels = new DecidedKernels();
    Preparation preparation = new Preparation(kernels, selection.report());
    Thread.ofPlatform()
        .daemon()
        .name("engine-warm-up")
        .start(() -> preparation.prepare(config, weights, samples, selection, kernels));
    return preparation;
  }

  private static Preparation none(Selection selection) {
    Preparation none = new Preparation(selection.kernels(), selection.report());
    none.practised.countDown();
    return none;
  }

  private void prepare(
      ModelConfig config,
      Weights weights,
      Map<DType, Matrix> samples,
      Selection selection,
      DecidedKernels decided) {
    BooleanSupplier hurried = () -> closed || decided.waitedNanos() > GRACE_NANOS;
    Selection outcome = selection;
    try {
      WarmUp.run(config, weights, delegating(selection.kernels()), hurried);
      outcome = KernelProvider.checked(selection, samples.values(), hurried);
      report = outcome.report();
      if (!closed) {
        DECIDED.putIfAbsent(samples.keySet(), outcome);
      }
    } catch (RuntimeException | Error e) {
      // What cannot be warmed up can still run, or will say itself why not.
      LOG.warn("Warming up was given up: {}", e.toString());
    } finally {
      decided.decide(outcome.kernels());
      practised.countDown();
    }
  }

  /** Kernels of the same class as real passes use, which the compiler looks at. */
  private static Kernels delegating(Kernels kernels) {
    DecidedKernels delegating = new DecidedKernels();
    delegating.decide(kernels);
    return delegating;
  }

  /** A matrix of each type that kernels will meet; the first layer stands for all. */
  private static Map<DType, Matrix> samples(Weights weights) {
    Weights.Layer layer = weights.layers().get(0);
    Weights.Expert expert = layer.experts().get(0);
    Map<DType, Matrix> samples = new EnumMap<>(DType.class);
    Stream.of(weights.output(), layer.q(), layer.o(), expert.gate(), expert.down())
        .forEach(matrix -> samples.putIfAbsent(matrix.type(), matrix));
    return Map.copyOf(samples);
  }

  /** What to calculate with. The first call may wait. */
  public Kernels kernels() {
    return kernels;
  }

  /** Which kernels run; without those that will yet be replaced as long as nothing is decided. */
  public KernelReport report() {
    return report;
  }

  /** Ends the preparation, which reads the model's weights, and waits for its end. Idempotent. */
  @Override
  public void close() {
    closed = true;
    boolean interrupted = false;
    while (true) {
      try {
        practised.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was measured in this process; empty if nothing was. */
  public static Optional<KernelReport> measured() {
    return DECIDED.values().stream().map(Selection::report).findAny();
  }
}
