package confidant.demo.net;

import confidant.demo.math.Matrix;
import confidant.demo.math.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * gpt-oss forwards and backwards over batches of trees. Each layer keeps what its way back needs;
 * normalised inputs are made anew there.
 */
public final class Network {
  private final Parameters parameters;
  private final Shape shape;
  private final Workers workers;
  private final Rotary rotary;
  private final Attention attention;
  private final Experts experts;
  private final Head head;
  private final List<Layer> layers = new ArrayList<>();
  private final float[] residual; // [tokens, hidden]
  private final float[] normed; // [tokens, hidden]
  private final float[] inverses; // [tokens], of the last norm
  private final float[] gradients; // [tokens, hidden]
  private final float[] normedGradients; // [tokens, hidden]
  private final float[] attendedGradients; // [tokens, queryWidth]
  private final float[] qkvGradients; // [tokens, qkvWidth]
  private final float[] routerGradients; // [tokens, experts]
  private final float[] choiceGradients; // [tokens, chosen]
  private final int[] rows; // tokens whose prediction counts
  private final int[] rowTargets;
  private final float[] rowWeights;
  private final int[] guesses;

  /** What a layer keeps for its way back. */
  private static final class Layer {
    final float[] input; // [tokens, hidden]
    final float[] inputInverses; // [tokens]
    final float[] qkv; // [tokens, qkvWidth]
    final float[] attended; // [tokens, queryWidth]
    final float[] logSums; // [tokens, heads]
    final float[] middle; // [tokens, hidden]
    final float[] middleInverses; // [tokens]
    final float[] inner; // [tokens * chosen, 2 intermediate]
    final float[] said; // [tokens * chosen, hidden]
    final Routing routing;

    Layer(Shape shape, int capacity) {
      input = new float[capacity * shape.hidden()];
      inputInverses = new float[capacity];
      qkv = new float[capacity * shape.qkvWidth()];
      attended = new float[capacity * shape.queryWidth()];
      logSums = new float[capacity * shape.heads()];
      middle = new float[capacity * shape.hidden()];
      middleInverses = new float[capacity];
      inner = new float[capacity * shape.chosen() * 2 * shape.intermediate()];
      said = new float[capacity * shape.chosen() * shape.hidden()];
      routing = new Routing(shape, capacity);
    }
  }

  /**
   * Makes room.
   *
   * @param capacity most tokens of a batch
   * @param longest most positions of a text
   */
  public Network(Parameters parameters, int capacity, int longest, Workers workers) {
    this.parameters = parameters;
    this.shape = parameters.shape();
    this.workers = workers;
    rotary = new Rotary(shape, longest);
    attention = new Attention(shape, longest);
    experts = new Experts(shape, capacity);
    head = new Head(shape);
    for (int layer = 0; layer < shape.layers(); layer++) {
      layers.add(new Layer(shape, capacity));
    }
    residual = new float[capacity * shape.hidden()];
    normed = new float[capacity * shape.hidden()];
    inverses = new float[capacity];
    gradients = new float[capacity * shape.hidden()];
    normedGradients = new float[capacity * shape.hidden()];
    attendedGradients = new float[capacity * shape.queryWidth()];
    qkvGradients = new float[capacity * shape.qkvWidth()];
    routerGradients = new float[capacity * shape.experts()];
    choiceGradients = new float[capacity * shape.chosen()];
    rows = new int[capacity];
    rowTargets = new int[capacity];
    rowWeights = new float[capacity];
    guesses = new int[capacity];
  }

  /** The loss of a batch, without learning. */
  public Head.Score score(Batch batch) {
    forward(batch);
    return loss(batch, false).score();
  }

  /** The most likely token after each whose prediction counts, in order, as {@code targets} are. */
  public int[] guesses(Batch batch) {
    forward(batch);
    int count = loss(batch, false).count();
    return Arrays.copyOf(guesses, count);
  }

  /** All logits of a text: [tokens, vocabulary]. */
  public float[] logits(Batch batch) {
    forward(batch);
    norm("model.norm.weight", -1, batch.tokens(), residual, inverses);
    return head.logits(parameters, batch.tokens(), normed, workers);
  }

  /**
   * Adds a batch's gradients to those of the parameters.
   *
   * @param pull how much even use of the experts counts
   */
  public Head.Score learn(Batch batch, float pull) {
    forward(batch);
    Loss loss = loss(batch, true);
    backward(batch, loss.count(), pull);
    return loss.score();
  }

  private record Loss(int count, Head.Score score) {}

  private Loss loss(Batch batch, boolean learn) {
    norm("model.norm.weight", -1, batch.tokens(), residual, inverses);
    int hidden = shape.hidden();
    int count = 0;
    for (int token = 0; token < batch.tokens(); token++) {
      if (batch.weights[token] > 0) {
        rows[count] = token;
        rowTargets[count] = batch.targets[token];
        rowWeights[count] = batch.weights[token];
        System.arraycopy(normed, token * hidden, normed, count * hidden, hidden);
        count++;
      }
    }
    return new Loss(
        count,
        head.compute(parameters, count, normed, rowTargets, rowWeights, guesses, learn, workers));
  }

  private void forward(Batch batch) {
    Slot embedding = parameters.slot("model.embed_tokens.weight", -1);
    int hidden = shape.hidden();
    for (int token = 0; token < batch.tokens(); token++) {
      int row = embedding.at() + batch.ids[token] * hidden;
      System.arraycopy(parameters.used, row, residual, token * hidden, hidden);
    }
    for (int layer = 0; layer < shape.layers(); layer++) {
      attend(batch, layer);
      think(batch.tokens(), layer);
    }
  }

  private void attend(Batch batch, int index) {
    int tokens = batch.tokens();
    Layer layer = layers.get(index);
    System.arraycopy(residual, 0, layer.input, 0, tokens * shape.hidden());
    norm("input_layernorm.weight", index, tokens, residual, layer.inputInverses);
    linear("self_attn.qkv", index, tokens, normed, layer.qkv);
    int heads = shape.heads() + shape.kvHeads();
    workers.split(
        tokens,
        (from, to, gemm) -> {
          for (int token = from; token < to; token++) {
            for (int h = 0; h < heads; h++) {
              int at = token * shape.qkvWidth() + h * shape.headDim();
              rotary.rotate(layer.qkv, at, batch.positions[token]);
            }
          }
        });
    attention.forward(
        batch,
        shape.slides(index),
        layer.qkv,
        parameters.used,
        parameters.slot("self_attn.sinks", index).at(),
        layer.attended,
        layer.logSums,
        workers);
    linear("self_attn.o_proj", index, tokens, layer.attended, normed);
    add(residual, normed, tokens * shape.hidden());
  }

  private void think(int tokens, int index) {
    Layer layer = layers.get(index);
    System.arraycopy(residual, 0, layer.middle, 0, tokens * shape.hidden());
    norm("post_attention_layernorm.weight", index, tokens, residual, layer.middleInverses);
    linear("mlp.router", index, tokens, normed, layer.routing.logits);
    layer.routing.choose(tokens);
    experts.forward(
        parameters,
        index,
        tokens,
        normed,
        layer.routing,
        layer.inner,
        layer.said,
        residual,
        workers);
  }

  /** Leaves normalised rows in {@link #normed}. */
  private void norm(String name, int layer, int tokens, float[] from, float[] inverseRoots) {
    int at = parameters.slot(name, layer).at();
    workers.split(
        tokens,
        (first, end, gemm) ->
            RmsNorm.forward(
                from, parameters.used, at, shape.hidden(), first, end, normed, inverseRoots));
  }

  private void linear(String name, int layer, int tokens, float[] from, float[] to) {
    Slot weight = parameters.slot(name + ".weight", layer);
    int bias = parameters.slot(name + ".bias", layer).at();
    Matrix inputs = Matrix.of(from, 0, tokens, weight.columns());
    Matrix outputs = Matrix.of(to, 0, tokens, weight.rows());
    workers.split(
        tokens,
        (first, end, gemm) -> {
          gemm.multiplyTransposed(
              inputs.rows(first, end - first),
              parameters.used(weight),
              outputs.rows(first, end - first));
          Experts.addBias(to, first, end - first, weight.rows(), parameters.used, bias);
        });
  }

  private static void add(float[] to, float[] from, int count) {
    for (int i = 0; i < count; i++) {
      to[i] += from[i];
    }
  }

  private void backward(Batch batch, int count, float pull) {
    int hidden = shape.hidden();
    int tokens = batch.tokens();
    Arrays.fill(normedGradients, 0, tokens * hidden, 0);
    for (int row = 0; row < count; row++) {
      System.arraycopy(normed, row * hidden, normedGradients, rows[row] * hidden, hidden);
    }
    Arrays.fill(gradients, 0, tokens * hidden, 0);
    normBack("model.norm.weight", -1, tokens, residual, inverses);
    for (int layer = shape.layers() - 1; layer >= 0; layer--) {
      thinkBack(tokens, layer, pull);
      attendBack(batch, layer);
    }
    int embedding = parameters.slot("model.embed_tokens.weight", -1).at();
    for (int token = 0; token < tokens; token++) {
      int row = embedding + batch.ids[token] * hidden;
      for (int i = 0; i < hidden; i++) {
        parameters.gradients[row + i] += gradients[token * hidden + i];
      }
    }
  }

  private void thinkBack(int tokens, int index, float pull) {
    Layer layer = layers.get(index);
    norm("post_attention_layernorm.weight", index, tokens, layer.middle, layer.middleInverses);
    Arrays.fill(normedGradients, 0, tokens * shape.hidden(), 0);
    experts.backward(
        parameters,
        index,
        tokens,
        normed,
        layer.routing,
        layer.inner,
        layer.said,
        gradients,
        normedGradients,
        choiceGradients,
        workers);
    layer.routing.backward(tokens, choiceGradients, pull, routerGradients);
    linearBack("mlp.router", index, tokens, normed, routerGradients, null);
    addRouterGradients(index, tokens);
    normBack("post_attention_layernorm.weight", index, tokens, layer.middle, layer.middleInverses);
  }

  /** The router reads the same as the experts, so its part is added to theirs. */
  private void addRouterGradients(int layer, int tokens) {
    Slot slot = parameters.slot("mlp.router.weight", layer);
    Matrix from = Matrix.of(routerGradients, 0, tokens, slot.rows());
    Matrix to = Matrix.of(normedGradients, 0, tokens, shape.hidden());
    workers.split(
        tokens,
        (first, end, gemm) ->
            gemm.multiplyAdd(
                from.rows(first, end - first), parameters.used(slot), to.rows(first, end - first)));
  }

  private void attendBack(Batch batch, int index) {
    int tokens = batch.tokens();
    Layer layer = layers.get(index);
    linearBack("self_attn.o_proj", index, tokens, layer.attended, gradients, attendedGradients);
    Arrays.fill(qkvGradients, 0, tokens * shape.qkvWidth(), 0);
    int sinks = parameters.slot("self_attn.sinks", index).at();
    attention.backward(
        batch,
        shape.slides(index),
        layer.qkv,
        parameters.used,
        sinks,
        layer.attended,
        layer.logSums,
        attendedGradients,
        qkvGradients,
        parameters.gradients,
        workers);
    int heads = shape.heads() + shape.kvHeads();
    workers.split(
        tokens,
        (from, to, gemm) -> {
          for (int token = from; token < to; token++) {
            for (int h = 0; h < heads; h++) {
              int at = token * shape.qkvWidth() + h * shape.headDim();
              rotary.rotateBack(qkvGradients, at, batch.positions[token]);
            }
          }
        });
    norm("input_layernorm.weight", index, tokens, layer.input, layer.inputInverses);
    linearBack("self_attn.qkv", index, tokens, normed, qkvGradients, normedGradients);
    normBack("input_layernorm.weight", index, tokens, layer.input, layer.inputInverses);
  }

  /** Adds to the gradients of weight and bias; gives those of the inputs where asked. */
  private void linearBack(
      String name,
      int layer,
      int tokens,
      float[] inputs,
      float[] outputGradients,
      float @Nullable [] inputGradients) {
    Slot weight = parameters.slot(name + ".weight", layer);
    int bias = parameters.slot(name + ".bias", layer).at();
    Matrix in = Matrix.of(inputs, 0, tokens, weight.columns());
    Matrix out = Matrix.of(outputGradients, 0, tokens, weight.rows());
    workers.split(
        weight.rows(),
        (from, to, gemm) ->
            gemm.addTransposedProduct(
                out.columns(from, to - from),
                in,
                parameters.gradient(weight).rows(from, to - from)));
    Experts.addRows(outputGradients, 0, tokens, weight.rows(), parameters.gradients, bias);
    if (inputGradients != null) {
      Matrix back = Matrix.of(inputGradients, 0, tokens, weight.columns());
      workers.split(
          tokens,
          (from, to, gemm) ->
              gemm.multiply(
                  out.rows(from, to - from), parameters.used(weight), back.rows(from, to - from)));
    }
  }

  /** From {@link #normedGradients} to {@link #gradients}, which are added to. */
  private void normBack(String name, int layer, int tokens, float[] from, float[] inverseRoots) {
    int at = parameters.slot(name, layer).at();
    workers.split(
        tokens,
        (first, end, gemm) -> {
          float[] scales = new float[shape.hidden()];
          RmsNorm.backward(
              from,
              parameters.used,
              at,
              shape.hidden(),
              first,
              end,
              inverseRoots,
              normedGradients,
              gradients,
              scales);
          synchronized (parameters) {
            for (int i = 0; i < scales.length; i++) {
              parameters.gradients[at + i] += scales[i];
            }
          }
        });
  }
}
