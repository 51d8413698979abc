package confidant.engine.model;

/**
 * Buffers of one forward pass, reused by the next; one per sequence. Token-major float32, sized for
 * the largest batch seen so far.
 */
public final class Workspace implements AutoCloseable {
  private final ModelConfig config;
  final Activations activations = new Activations();
  private int tokens;

  float[] residual = new float[0]; // (tokens, hidden)
  float[] normed = new float[0]; // (tokens, hidden)
  float[] q = new float[0]; // (tokens, heads * headDim)
  float[] k = new float[0]; // (tokens, kvHeads * headDim)
  float[] v = new float[0]; // (tokens, kvHeads * headDim)
  float[] attention = new float[0]; // (tokens, heads * headDim)
  float[] projected = new float[0]; // (tokens, hidden)
  float[] routerLogits = new float[0]; // (tokens, experts)
  int[] chosen = new int[0]; // (tokens, expertsPerToken)
  float[] chosenWeights = new float[0]; // (tokens, expertsPerToken)
  float[] gate = new float[0]; // (tokens of one expert, intermediate), or one row per expert
  float[] up = new float[0]; // as gate
  float[] rope = new float[0]; // (tokens, headDim)

  public Workspace(ModelConfig config) {
    this.config = config;
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
    attention = new float[wanted * queries];
    projected = new float[wanted * config.hiddenSize()];
    routerLogits = new float[wanted * config.experts()];
    chosen = new int[wanted * perToken];
    chosenWeights = new float[wanted * perToken];
    gate = new float[Math.max(wanted, perToken) * config.intermediateSize()];
    up = new float[Math.max(wanted, perToken) * config.intermediateSize()];
    rope = new float[wanted * config.headDim()];
  }

  @Override
  public void close() {
    activations.close();
  }
}
