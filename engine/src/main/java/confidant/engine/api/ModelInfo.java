package confidant.engine.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a checkpoint is, for people and for {@code model inspect}.
 *
 * @param name shown to people, from the checkpoint's metadata, else from its file or folder
 * @param path the file or folder that was opened
 * @param layout which layout was found
 * @param layers transformer blocks
 * @param experts experts per layer
 * @param expertsPerToken experts chosen per token
 * @param hiddenSize width of the residual stream
 * @param intermediateSize width of an expert
 * @param heads query heads
 * @param kvHeads key/value heads
 * @param headDim elements per head
 * @param vocabularySize rows of the embedding
 * @param slidingWindow positions seen by sliding layers
 * @param slidingLayers how many of the layers slide; the others see every position
 * @param contextLength largest number of positions
 * @param parameters number of weights, each MXFP4 value counted once
 * @param fileBytes bytes of all tensor data
 * @param bytesByDtype bytes of tensor data by element type name
 * @param dense names of the element types of attention, embedding and output
 * @param untrained true if the checkpoint says of itself that its weights are random
 */
public record ModelInfo(
    String name,
    Path path,
    Layout layout,
    int layers,
    int experts,
    int expertsPerToken,
    int hiddenSize,
    int intermediateSize,
    int heads,
    int kvHeads,
    int headDim,
    int vocabularySize,
    int slidingWindow,
    int slidingLayers,
    int contextLength,
    long parameters,
    long fileBytes,
    Map<String, Long> bytesByDtype,
    List<String> dense,
    boolean untrained) {

  /** Bytes of one cached value; keys and values are float32. */
  private static final int CACHE_VALUE_BYTES = 4;

  /**
   * Positions that a sliding layer holds at most beside its window: the batch at hand, what a
   * rewind may reach, and what lies before the ends of the last prompts, in whole blocks.
   */
  private static final int SLIDING_HELD_POSITIONS = 3072;

  public ModelInfo {
    bytesByDtype = Map.copyOf(bytesByDtype);
    dense = List.copyOf(dense);
  }

  /** How the weights are stored. */
  public enum Layout {
    HUGGING_FACE("Hugging Face safetensors"),
    ORIGINAL("OpenAI original safetensors"),
    GGUF("GGUF"),
    OLLAMA("GGUF as Ollama writes it");

    private final String label;

    Layout(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** Most bytes of keys and values for a context of {@code tokens} positions. */
  public long cacheBytes(int tokens) {
    long perPosition = 2L * kvHeads * headDim * CACHE_VALUE_BYTES;
    int fullLayers = layers - slidingLayers;
    int slidingPositions = Math.min(tokens, slidingWindow + SLIDING_HELD_POSITIONS);
    return perPosition * ((long) fullLayers * tokens + (long) slidingLayers * slidingPositions);
  }
}
