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
 * @param demo true if it says of itself that it is the demo model, which knows sample papers only
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
    boolean untrained,
    boolean demo) {

  // Of the cache in memory, whose classes are not for this package; a test holds the two together.

  /** Positions of a block of the cache, which grows by whole blocks. */
  private static final int CACHE_BLOCK = 128;

  /** A cache whose full layers need no more than this as float32 is float32. */
  private static final long FLOAT32_CACHE_BYTES = 64L << 20;

  /** Otherwise it has two bytes an element and exponents: of a key and of a value of each head. */
  private static final int EXPONENTS = 2;

  /** Values are stored in rows of a multiple of this many elements. */
  private static final int CACHE_ROW_ELEMENTS = 16;

  /** Positions by which a sliding layer can be rewound, from its end and from each mark. */
  private static final int REWIND_POSITIONS = 256;

  /** Ends of prompts that a sliding layer can be rewound to. */
  private static final int REWIND_MARKS = 3;

  /** Most positions read in one batch. */
  private static final int BATCH_POSITIONS = 2048;

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

  /**
   * Most bytes of keys and values for a context of {@code tokens} positions. Full layers hold all
   * of them. Sliding ones hold what a rewind sees from a batch's beginning, its end and the ends of
   * the last prompts; and the layer at work, the whole batch.
   */
  public long cacheBytes(int tokens) {
    long fullBlocks = (tokens + CACHE_BLOCK - 1L) / CACHE_BLOCK;
    long ring = (2L + REWIND_MARKS) * blocksTouchedBy(slidingWindow + REWIND_POSITIONS);
    long slidingBlocks =
        Math.min(
            slidingLayers * fullBlocks, slidingLayers * ring + blocksTouchedBy(BATCH_POSITIONS));
    return CACHE_BLOCK
        * cacheBytesPerPosition(tokens)
        * ((layers - slidingLayers) * fullBlocks + slidingBlocks);
  }

  /** Bytes of the keys and values of one layer at one position, in a context of {@code tokens}. */
  public long cacheBytesPerPosition(int tokens) {
    long asFloats = 2L * kvHeads * headDim * Float.BYTES;
    int valueElements =
        (headDim + CACHE_ROW_ELEMENTS - 1) / CACHE_ROW_ELEMENTS * CACHE_ROW_ELEMENTS;
    long elements = (long) kvHeads * (headDim + valueElements);
    return asFloats * tokens * (layers - slidingLayers) <= FLOAT32_CACHE_BYTES
        ? elements * Float.BYTES
        : elements * Short.BYTES + (long) EXPONENTS * kvHeads;
  }

  /** Most blocks that neighbouring positions can lie in, wherever they begin. */
  private static long blocksTouchedBy(int positions) {
    return (positions - 2L + CACHE_BLOCK) / CACHE_BLOCK + 1;
  }
}
