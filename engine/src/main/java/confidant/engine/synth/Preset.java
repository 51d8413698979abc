package confidant.engine.synth;

import confidant.engine.model.ModelConfig;
import confidant.engine.model.ModelConfig.RopeConfig;
import java.util.stream.IntStream;

/** Shapes that synthetic checkpoints are made in. */
public enum Preset {
  GPT_OSS_20B("gpt-oss-20b", 24, 32, Width.GPT_OSS),
  GPT_OSS_120B("gpt-oss-120b", 36, 128, Width.GPT_OSS),
  /** Under 1.5 MB: small enough to come with the program. */
  TINY("tiny", 4, 8, Width.TINY);

  private static final int EXPERTS_PER_TOKEN = 4;
  private static final int SLIDING_WINDOW = 128;
  private static final int ORIGINAL_CONTEXT = 4096;

  private final String id;
  private final int layers;
  private final int experts;
  private final Width width;

  Preset(String id, int layers, int experts, Width width) {
    this.id = id;
    this.layers = layers;
    this.experts = experts;
    this.width = width;
  }

  /** What does not depend on depth. */
  private enum Width {
    GPT_OSS(2880, 2880, 64, 8, 64, 199_998, 1_090, 32),
    TINY(96, 96, 4, 2, 32, 2_016, 32, 8);

    private final int hidden;
    private final int intermediate;
    private final int heads;
    private final int kvHeads;
    private final int headDim;
    private final int ordinaryTokens;
    private final int specialTokens;
    private final int contextFactor;

    Width(
        int hidden,
        int intermediate,
        int heads,
        int kvHeads,
        int headDim,
        int ordinaryTokens,
        int specialTokens,
        int contextFactor) {
      this.hidden = hidden;
      this.intermediate = intermediate;
      this.heads = heads;
      this.kvHeads = kvHeads;
      this.headDim = headDim;
      this.ordinaryTokens = ordinaryTokens;
      this.specialTokens = specialTokens;
      this.contextFactor = contextFactor;
    }
  }

  /** As typed on the command line. */
  public String id() {
    return id;
  }

  /** Layers of the whole model. */
  public int layers() {
    return layers;
  }

  /** How many of o200k's ranks the vocabulary has. */
  int ordinaryTokens() {
    return width.ordinaryTokens;
  }

  /** How many of o200k_harmony's special tokens it has. */
  int specialTokens() {
    return width.specialTokens;
  }

  /** The whole model or its first layers. */
  ModelConfig config(int layers) {
    return new ModelConfig(
        width.hidden,
        width.intermediate,
        width.heads,
        width.kvHeads,
        width.headDim,
        experts,
        EXPERTS_PER_TOKEN,
        width.ordinaryTokens + width.specialTokens,
        SLIDING_WINDOW,
        IntStream.range(0, layers).mapToObj(layer -> layer % 2 == 0).toList(),
        ORIGINAL_CONTEXT * width.contextFactor,
        1e-5f,
        7,
        new RopeConfig(150_000, width.contextFactor, ORIGINAL_CONTEXT, 32, 1, false));
  }
}
