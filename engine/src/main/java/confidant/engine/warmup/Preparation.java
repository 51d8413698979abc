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
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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

  /** How often those who wait are asked whether they still want to: Stop is heard that soon. */
  private static final long POLL_MILLIS = 10;

  private static final long NOBODY = Long.MAX_VALUE;

  private final Kernels kernels;
  private final CountDownLatch practised = new CountDownLatch(1);
  private volatile KernelReport report;
  private volatile boolean closed;

  private int waiting;
  private volatile long waitingSince = NOBODY;

  private Preparation(Kernels kernels, KernelReport report) {
    this.kernels = kernels;
    this.report = report;
  }

  /** Finds out which kernels to use. */
  @FunctionalInterface
  interface Practice {
    /**
     * Returns what was found.
     *
     * @param hurried whether to come to an end
     */
    Selection run(BooleanSupplier hurried);
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
    return start(
        selection,
        hurried -> {
          WarmUp.run(config, weights, delegating(selection.kernels()), hurried);
          return KernelProvider.checked(selection, samples.values(), hurried);
        },
        outcome -> DECIDED.putIfAbsent(samples.keySet(), outcome));
  }

  /**
   * Runs {@code practice} in the background.
   *
   * @param selection what to use if it fails
   * @param completed told what it found unless it failed or was cut short by {@link #close}
   */
  static Preparation start(Selection selection, Practice practice, Consumer<Selection> completed) {
    DecidedKernels kernels = new DecidedKernels();
    Preparation preparation = new Preparation(kernels, selection.report());
    Thread.ofPlatform()
        .daemon()
        .name("engine-warm-up")
        .start(() -> preparation.prepare(selection, practice, completed, kernels));
    return preparation;
  }

  private static Preparation none(Selection selection) {
    Preparation none = new Preparation(selection.kernels(), selection.report());
    none.practised.countDown();
    return none;
  }

  private void prepare(
      Selection selection,
      Practice practice,
      Consumer<Selection> completed,
      DecidedKernels decided) {
    Selection outcome = selection;
    try {
      outcome = practice.run(() -> closed || waitedNanos() > GRACE_NANOS);
      report = outcome.report();
      if (!closed) {
        completed.accept(outcome);
      }
    } catch (RuntimeException | Error e) {
      // What cannot be warmed up can still run, or will say itself why not.
      LOG.warn("Warming up was given up: {}", e.toString());
    } finally {
      decided.decide(outcome.kernels());
      practised.countDown();
    }
  }

  /** How long somebody has been waiting; 0 if nobody waits. */
  private long waitedNanos() {
    long since = waitingSince;
    return since == NOBODY ? 0 : System.nanoTime() - since;
  }

  /**
   * Waits until the kernels can be used. That takes a few seconds at most, and none once it is
   * over.
   *
   * @param goOn asked all the while, by the calling thread
   * @return whether they can be used; false if {@code goOn} said no
   */
  public boolean await(BooleanSupplier goOn) {
    if (practised.getCount() == 0) {
      return true;
    }
    begin();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          if (practised.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            return true;
          }
        } catch (InterruptedException e) {
          interrupted = true;
        }
        if (!goOn.getAsBoolean()) {
          return false;
        }
      }
    } finally {
      end();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized void begin() {
    if (waiting++ == 0) {
      waitingSince = System.nanoTime();
    }
  }

  private synchronized void end() {
    if (--waiting == 0) {
      waitingSince = NOBODY;
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

  /** What to calculate with, after {@link #await}. */
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
    await(() -> true);
  }

  /** What was measured in this process; empty if nothing was. */
  public static Optional<KernelReport> measured() {
    return DECIDED.values().stream().map(Selection::report).findAny();
  }
}
