package confidant.engine.warmup;

import confidant.engine.cache.KvCache;
import confidant.engine.kernel.Kernels;
import confidant.engine.model.LayerGate;
import confidant.engine.model.ModelConfig;
import confidant.engine.model.Transformer;
import confidant.engine.model.Weights;
import confidant.engine.model.Workspace;
import confidant.engine.threads.WorkerPool;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Runs a tiny model until its passes get no faster, so that the first real prompt finds compiled
 * code. Prompts grow from pass to pass, since the first ones are interpreted; each is followed by
 * passes of a few tokens and of single ones, which take other kernels. So do experts of which a
 * real prompt has only a few tokens each.
 */
public final class WarmUp {
  /**
   * Longest time, on one core and the compiler's threads: the optimising compiler alone wants 3 s
   * of one core for all kernels.
   */
  private static final long BUDGET_NANOS = 8_000_000_000L;

  private static final int[] PROMPT_TOKENS = {4, 16, 64, 256};
  private static final int ANSWER_TOKENS = 12;

  /** Passes of a few tokens, and how many they are: four, two and one at a time. */
  private static final int FEW_PASSES = 2;

  private static final int FEW_TOKENS = 7;

  /** A pass must be faster than the best one by this factor to count as progress. */
  private static final double PROGRESS = 0.95;

  /** Passes without progress after which all is compiled that will be. */
  private static final int IDLE_PASSES = 3;

  private final TinyModel model;
  private final Kernels kernels;
  private final BooleanSupplier stop;
  private final long deadline = System.nanoTime() + BUDGET_NANOS;

  private WarmUp(TinyModel model, Kernels kernels, BooleanSupplier stop) {
    this.model = model;
    this.kernels = kernels;
    this.stop = stop;
  }

  /** Whether a model of this shape is worth it: a tiny one is through before it is warm. */
  public static boolean pays(ModelConfig config) {
    return TinyModel.canStandFor(config);
  }

  /**
   * Warms what a model like this one runs through, on the calling thread.
   *
   * @param stop asked often; true ends it soon
   */
  public static void run(
      ModelConfig config, Weights weights, Kernels kernels, BooleanSupplier stop) {
    new WarmUp(TinyModel.like(config, weights), kernels, stop).run();
  }

  private void run() {
    int longest = PROMPT_TOKENS[PROMPT_TOKENS.length - 1];
    try (WorkerPool pool = new WorkerPool(1)) {
      Transformer transformer = new Transformer(model.config(), model.weights(), kernels, pool);
      long best = Long.MAX_VALUE;
      int idle = 0;
      for (int pass = 0; idle < IDLE_PASSES && !isOver(); pass++) {
        int tokens = PROMPT_TOKENS[Math.min(pass, PROMPT_TOKENS.length - 1)];
        long nanos = pass(transformer, tokens);
        if (tokens == longest) {
          idle = nanos < PROGRESS * best ? 0 : idle + 1;
          best = Math.min(best, nanos);
        }
      }
    }
  }

  private boolean isOver() {
    return stop.getAsBoolean() || System.nanoTime() > deadline;
  }

  /** Reads a prompt and answers; the time it took. */
  private long pass(Transformer transformer, int tokens) {
    long start = System.nanoTime();
    LayerGate gate = (layer, layers) -> !isOver();
    try (KvCache cache = transformer.newCache(tokens + FEW_PASSES * FEW_TOKENS + ANSWER_TOKENS);
        Workspace workspace = transformer.newWorkspace()) {
      boolean going = transformer.forward(text(tokens, 0), 1, cache, workspace, gate).isPresent();
      for (int i = 0; going && i < FEW_PASSES; i++) {
        int[] few = text(FEW_TOKENS, i);
        going = transformer.forward(few, few.length, cache, workspace, gate).isPresent();
      }
      for (int i = 0; going && i < ANSWER_TOKENS; i++) {
        going = transformer.forward(text(1, i), 1, cache, workspace, gate).isPresent();
      }
    }
    return System.nanoTime() - start;
  }

  /** Tokens that choose different experts. */
  private int[] text(int tokens, int from) {
    int[] text = new int[tokens];
    Arrays.setAll(text, i -> (from + i) * 37 % model.config().vocabularySize());
    return text;
  }
}
