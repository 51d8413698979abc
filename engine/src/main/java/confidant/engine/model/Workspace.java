package confidant.engine.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Buffers of one forward pass, reused by the next; one per sequence. Token-major float32, sized for
 * the largest batch seen so far.
 */
public final class Workspace implements AutoCloseable {
  private final ModelConfig config;
  private final List<Scratch> scratches = new ArrayList<>();
  private int tokens;
  private float[] partial = new float[0];

  /** Input of the product at hand, or of the experts' first halves. */
  final Activations input = new Activations();

  /** Input of the experts' second halves. */
  final Activations inner = new Activations();

  float[] residual = new float[0]; // (tokens, hidden)
  float[] normed = new float[0]; // (tokens, hidden)
  float[] q = new float[0]; // (tokens, heads * headDim)
  float[] k = new float[0]; // (tokens, kvHeads * headDim)
  float[] v = new float[0]; // (tokens, kvHeads * headDim)
  float[] routerLogits = new float[0]; // (tokens, experts)
  int[] chosen = new int[0]; // (tokens, expertsPerToken)
  float[] chosenWeights = new float[0]; // (tokens, expertsPerToken)
  float[] rope = new float[0]; // (tokens, headDim)

  /**
   * Makes an empty workspace.
   *
   * @param workers threads of the pool that will work in it
   */
  public Workspace(ModelConfig config, int workers) {
    this.config = config;
    for (int i = 0; i < workers; i++) {
      scratches.add(new Scratch(config.headDim()));
    }
  }

  /** Makes room for {@code wanted} tokens. */
  void reserve(int wanted) {
    if (wanted <= tokens) {
      return;
    }
    tokens = wanted;
    int queries = config.heads() * config.headDim();
    int keys = config.kvHeads() * config.headDim();
    int perToken = config.expertsPerToken();
    residual = new float[wanted * config.hiddenSize()];
    normed = new float[wanted * config.hiddenSize()];
    q = new float[wanted * queries];
    k = new float[wanted * keys];
    v = new float[wanted * keys];
    routerLogits = new float[wanted * config.experts()];
    chosen = new int[wanted * perToken];
    chosenWeights = new float[wanted * perToken];
    rope = new float[wanted * config.headDim()];
  }

  /** The buffers of one worker. */
  Scratch scratch(int worker) {
    return scratches.get(worker);
  }

  /** At least {@code length} floats for results that a region leaves to be put together. */
  float[] partial(int length) {
    if (partial.length < length) {
      partial = new float[length];
    }
    return partial;
  }

  /** Drops the residuals of tokens before {@code first}; those up to {@code count} move up. */
  void dropResiduals(int first, int count) {
    if (first > 0) {
      int hidden = config.hiddenSize();
      System.arraycopy(residual, first * hidden, residual, 0, (count - first) * hidden);
    }
  }

  @Override
  public void close() {
    input.close();
    inner.close();
    scratches.forEach(Scratch::close);
  }
}
