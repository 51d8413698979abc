package confidant.engine;

import confidant.engine.api.EngineException;
import confidant.engine.api.KernelReport;
import confidant.engine.api.MemoryReport;
import confidant.engine.api.ModelInfo;
import confidant.engine.api.TokenSession;
import confidant.engine.chat.ChatSession;
import confidant.engine.kernel.KernelProvider;
import confidant.engine.loading.Checkpoint;
import confidant.engine.loading.CheckpointLoader;
import confidant.engine.model.Transformer;
import confidant.engine.session.HarmonySession;
import confidant.engine.session.OpenModel;
import confidant.engine.session.RawSession;
import confidant.engine.speculation.Drafter;
import confidant.engine.threads.PhysicalCores;
import confidant.engine.threads.WorkerPool;
import confidant.engine.tokenizer.Tokenizer;
import confidant.engine.warmup.Preparation;
import java.nio.file.Path;

/** An open model. Thread-safe; several sessions share it. */
public final class Engine implements AutoCloseable {
  private final OpenModel model;
  private final Preparation preparation;
  private final WorkerPool pool;
  private final boolean speculation;

  private Engine(OpenModel model, Preparation preparation, WorkerPool pool, boolean speculation) {
    this.model = model;
    this.preparation = preparation;
    this.pool = pool;
    this.speculation = speculation;
  }

  /**
   * Opens a checkpoint: a GGUF file, a safetensors file, a folder in Hugging Face or OpenAI layout,
   * or a model of Ollama's store. The weights stay in the mapped file.
   *
   * @throws EngineException if it is missing, damaged or of a kind that is not run
   */
  public static Engine open(Path path, EngineOptions options) throws EngineException {
    Checkpoint checkpoint = CheckpointLoader.openForChat(path);
    Preparation preparation =
        Preparation.start(
            checkpoint.config(), checkpoint.weights(), select(options), options.warmUp());
    WorkerPool pool = new WorkerPool(threads(options));
    Transformer transformer =
        new Transformer(
            checkpoint.config(),
            checkpoint.weights(),
            preparation.kernels(),
            pool,
            checkpoint.memory().expertAccess());
    checkpoint.memory().prepare();
    return new Engine(
        new OpenModel(checkpoint, transformer, preparation::await, pool),
        preparation,
        pool,
        options.speculation());
  }

  /** Threads of a model that is opened with {@code options}, at least 1. */
  public static int threads(EngineOptions options) {
    return options.threads() > 0 ? options.threads() : PhysicalCores.count().worthwhile();
  }

  private static KernelProvider.Selection select(EngineOptions options) {
    return switch (options.kernels()) {
      case AUTO -> KernelProvider.select(options.vmFlags());
      case SCALAR -> KernelProvider.selectScalar();
    };
  }

  /** Which arithmetic {@link #open} chooses, as far as was measured in this process. */
  public static KernelReport kernelsFor(EngineOptions options) {
    return switch (options.kernels()) {
      case AUTO -> Preparation.measured().orElseGet(() -> KernelProvider.report(options.vmFlags()));
      case SCALAR -> KernelProvider.selectScalar().report();
    };
  }

  /**
   * Physical cores that this process may use, at least 1. {@link #open} makes a thread for each but
   * those that are far slower than the others.
   */
  public static int physicalCores() {
    return PhysicalCores.count().physical();
  }

  public ModelInfo info() {
    return model.info();
  }

  /**
   * The checkpoint's vocabulary; built at the first call.
   *
   * @throws EngineException if it is missing, damaged or of another kind
   */
  public Tokenizer tokenizer() throws EngineException {
    return model.tokenizer();
  }

  /**
   * Measures what is in memory of the weights, part by part, and of the process. Takes about 6 ms
   * per GB of weights.
   */
  public MemoryReport memory() {
    return model.memory();
  }

  /** One line: which kernels run, at which width, on how many threads, and why not faster. */
  public String kernels() {
    KernelReport report = preparation.report();
    int active = threads();
    String running = report.name() + ", " + active + (active == 1 ? " thread" : " threads");
    return report.hint().isEmpty() ? running : running + "; " + report.hint();
  }

  /** What {@link #kernels} says, in parts. */
  public KernelReport kernelReport() {
    return preparation.report();
  }

  /** Threads that compute at present. */
  public int threads() {
    return pool.active();
  }

  /** Threads that the model was opened with: the most that can compute. */
  public int maxThreads() {
    return pool.threads();
  }

  /**
   * Lets only so many threads compute, to leave cores to other programs. Takes effect at once, also
   * on an answer that is being computed.
   *
   * @param threads 1 to {@link #maxThreads()}
   */
  public void useThreads(int threads) {
    pool.use(threads);
  }

  /**
   * Starts a conversation.
   *
   * @param contextTokens positions to hold; at most {@link ModelInfo#contextLength()}
   * @throws EngineException if the vocabulary is missing, damaged or lacks Harmony's special tokens
   */
  public ChatSession newChat(int contextTokens) throws EngineException {
    checkContext(contextTokens);
    Drafter drafter = speculation ? Drafter.byPromptLookup() : Drafter.none();
    return new HarmonySession(model, contextTokens, drafter);
  }

  /** Starts a session below conversations; see {@link #newChat(int)} for the parameter. */
  public TokenSession newTokenSession(int contextTokens) {
    checkContext(contextTokens);
    return new RawSession(model, contextTokens);
  }

  private void checkContext(int contextTokens) {
    model.checkOpen();
    if (contextTokens < 1 || contextTokens > info().contextLength()) {
      throw new IllegalArgumentException(
          "a context of "
              + contextTokens
              + " tokens; this model has 1 to "
              + info().contextLength());
    }
  }

  /**
   * Unmaps the weights. A generation that runs is stopped at its next layer and fails, as does any
   * later use of this model's sessions. Idempotent; called from a progress callback, it takes
   * effect when the callback's pass has ended.
   */
  @Override
  public void close() {
    preparation.close();
    model.close();
  }
}
