package confidant.app.bench;

import confidant.engine.api.ModelInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Shapes of models, without weights. */
final class BenchModels {
  private static final int CONTEXT = 131_072;

  private BenchModels() {}

  static ModelInfo tiny() {
    return new ModelInfo(
        "tiny",
        Path.of("tiny.gguf"),
        ModelInfo.Layout.GGUF,
        2,
        4,
        2,
        64,
        64,
        4,
        2,
        16,
        4096,
        128,
        1,
        CONTEXT,
        1_000_000,
        900_000,
        Map.of("MXFP4", 100_000L, "Q8_0", 800_000L),
        List.of("Q8_0"),
        true,
        false);
  }

  /** gpt-oss-20b as GGUF with Q8_0 for all but the experts. */
  static ModelInfo gptOss20b() {
    return new ModelInfo(
        "gpt-oss-20b",
        Path.of("gpt-oss-20b.gguf"),
        ModelInfo.Layout.GGUF,
        24,
        32,
        4,
        2880,
        2880,
        64,
        8,
        64,
        201_088,
        128,
        12,
        CONTEXT,
        20_900_000_000L,
        12_100_000_000L,
        Map.of("MXFP4", 10_152_345_600L, "Q8_0", 1_907_000_000L, "F32", 40_654_400L),
        List.of("Q8_0"),
        false,
        false);
  }
}
