package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.api.ModelInfo;
import confidant.engine.format.StoredTensor;
import confidant.engine.model.ModelConfig;
import confidant.engine.model.Weights;
import confidant.engine.model.Weights.Expert;
import confidant.engine.tensor.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Binds all weights of a checkpoint, whatever its layout. */
final class WeightBinder {
  private final ModelInfo.Layout layout;
  private final TensorNames names;
  private final TensorBinder tensors;
  private final ExpertBinder experts;
  private final ModelConfig config;
  private final boolean tiedEmbeddings;

  WeightBinder(MappedCheckpoint checkpoint) {
    this.layout = checkpoint.layout();
    this.names =
        switch (layout) {
          case HUGGING_FACE -> TensorNames.HUGGING_FACE;
          case ORIGINAL -> TensorNames.ORIGINAL;
          case GGUF, OLLAMA -> TensorNames.GGUF;
        };
    this.tensors = new TensorBinder(checkpoint.tensors());
    this.config = checkpoint.config();
    this.experts = new ExpertBinder(tensors, config);
    this.tiedEmbeddings = checkpoint.tiedEmbeddings();
  }

  /**
   * Binds what the configuration asks for.
   *
   * @throws EngineException.Damaged if a tensor is missing or misshapen, or belongs to a layer that
   *     the configuration does not have
   */
  Weights bind() throws EngineException {
    Matrix embedding =
        tensors.matrix(names.embedding(), config.vocabularySize(), config.hiddenSize());
    List<Weights.Layer> layers = new ArrayList<>(config.layers());
    for (int layer = 0; layer < config.layers(); layer++) {
      layers.add(layer(names.layer(layer)));
    }
    float[] finalNorm = tensors.vector(names.finalNorm(), config.hiddenSize());
    Weights weights = new Weights(embedding, layers, finalNorm, output(embedding));
    refuseFurtherLayers();
    return weights;
  }

  /** The tensors that {@link #bind} made nothing of: harmless, but not of this model. */
  List<StoredTensor> leftOver() {
    return tensors.leftOver();
  }

  /** A configuration with too few layers would run, and answer with nonsense. */
  private void refuseFurtherLayers() throws EngineException {
    List<StoredTensor> further =
        leftOver().stream()
            .filter(tensor -> names.isBeyond(config.layers(), tensor.name()))
            .toList();
    if (!further.isEmpty()) {
      StoredTensor first = further.getFirst();
      throw first
          .file()
          .damaged(
              "the configuration has %d layers, but tensor %s is there, one of %d of further layers"
                  .formatted(config.layers(), first.name(), further.size()));
    }
  }

  /** Released models have an output matrix; only a configuration that says so does without. */
  private Matrix output(Matrix embedding) throws EngineException {
    return tiedEmbeddings && !tensors.tensors().has(names.output())
        ? embedding
        : tensors.matrix(names.output(), config.vocabularySize(), config.hiddenSize());
  }

  private Weights.Layer layer(String prefix) throws EngineException {
    int hidden = config.hiddenSize();
    int queries = config.heads() * config.headDim();
    Projection[] qkv = qkv(prefix, queries, config.kvHeads() * config.headDim());
    Projection o = projection(first(prefix, names.o(), ".weight"), hidden, queries);
    Projection router = projection(prefix + names.router(), config.experts(), hidden);
    return new Weights.Layer(
        tensors.vector(prefix + names.attentionNorm(), hidden),
        qkv[0].weight,
        qkv[0].bias,
        qkv[1].weight,
        qkv[1].bias,
        qkv[2].weight,
        qkv[2].bias,
        tensors.vector(first(prefix, names.sinks(), ""), config.heads()),
        o.weight,
        o.bias,
        tensors.vector(first(prefix, names.mlpNorm(), ""), hidden),
        router.weight,
        router.bias,
        experts(prefix));
  }

  private List<Expert> experts(String prefix) throws EngineException {
    return switch (layout) {
      case HUGGING_FACE -> experts.safetensors(prefix, ExpertNames.HUGGING_FACE);
      case ORIGINAL -> experts.safetensors(prefix, ExpertNames.ORIGINAL);
      case GGUF, OLLAMA -> experts.gguf(prefix);
    };
  }

  /** A linear layer: weight [out, in], bias [out]. */
  private record Projection(Matrix weight, float[] bias) {
    Projection rows(int first, int count) {
      return new Projection(
          weight.rows(first, 1, count), Arrays.copyOfRange(bias, first, first + count));
    }
  }

  private Projection projection(String name, int out, int in) throws EngineException {
    return new Projection(
        tensors.matrix(name + ".weight", out, in), tensors.vector(name + ".bias", out));
  }

  /** q, k and v, cut out of the fused projection where the file has one. */
  private Projection[] qkv(String prefix, int queries, int keys) throws EngineException {
    int hidden = config.hiddenSize();
    if (tensors.tensors().has(prefix + names.qkv() + ".weight")) {
      Projection fused = projection(prefix + names.qkv(), queries + 2 * keys, hidden);
      return new Projection[] {
        fused.rows(0, queries), fused.rows(queries, keys), fused.rows(queries + keys, keys)
      };
    }
    return new Projection[] {
      projection(prefix + names.q(), queries, hidden),
      projection(prefix + names.k(), keys, hidden),
      projection(prefix + names.v(), keys, hidden)
    };
  }

  /** The first of {@code alternatives} whose tensor is there, with the prefix. */
  private String first(String prefix, List<String> alternatives, String suffix) {
    String found =
        tensors.tensors().firstOf(alternatives.stream().map(n -> prefix + n + suffix).toList());
    return found.substring(0, found.length() - suffix.length());
  }
}
