package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.format.gguf.GgufFile;
import confidant.engine.format.gguf.GgufMetadata;
import confidant.engine.tokenizer.Tokenizer;
import confidant.engine.tokenizer.Tokenizers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds a checkpoint's tokenizer when it is first asked for and keeps it. */
final class CheckpointTokenizer implements TokenizerSource {
  private static final String BYTE_LEVEL_BPE = "gpt2";

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointTokenizer.class);

  private final Builder builder;
  private @Nullable Tokenizer built;

  /** Makes a tokenizer of what the checkpoint holds. */
  @FunctionalInterface
  private interface Builder {
    Tokenizer build() throws EngineException;
  }

  private CheckpointTokenizer(Builder builder) {
    this.builder = builder;
  }

  /** The tokenizer in GGUF metadata; the real one's size stands for it where there is none. */
  static TokenizerSource ofGguf(GgufFile file, int vocabularySize) {
    return new CheckpointTokenizer(
        () ->
            file.metadata().has("tokenizer.ggml.tokens")
                ? read(file, vocabularySize)
                : standIn(file.file().name(), vocabularySize));
  }

  /**
   * The tokenizer.json in {@code folder}; the real one's size stands for it where there is none.
   */
  static TokenizerSource ofFolder(Path folder, int vocabularySize) {
    Path file = folder.resolve("tokenizer.json");
    return new CheckpointTokenizer(
        () ->
            Files.exists(file)
                ? Tokenizers.fromTokenizerJson(file, vocabularySize)
                : standIn(ModelNames.ofFolder(folder), vocabularySize));
  }

  private static Tokenizer read(GgufFile file, int vocabularySize) throws EngineException {
    GgufMetadata metadata = file.metadata();
    String model = metadata.string("tokenizer.ggml.model").orElse(BYTE_LEVEL_BPE);
    if (!model.equals(BYTE_LEVEL_BPE)) {
      throw new EngineException.Unsupported(
          file.file().name()
              + " has a vocabulary of the kind \""
              + model
              + "\", gpt-oss has \"gpt2\": get another file of the model.");
    }
    List<String> tokens = metadata.strings("tokenizer.ggml.tokens").orElseThrow();
    List<Integer> types = metadata.integers("tokenizer.ggml.token_type").orElse(List.of());
    return Tokenizers.fromGguf(
        file.file().name(),
        vocabularySize,
        tokens,
        types,
        metadata.string("tokenizer.ggml.pre").orElse(""));
  }

  private static Tokenizer standIn(String model, int vocabularySize) throws EngineException {
    if (vocabularySize == Tokenizers.O200K_HARMONY_SIZE) {
      return Tokenizers.o200kHarmony();
    }
    throw new EngineException.Unsupported(
        model
            + " carries no vocabulary for its "
            + vocabularySize
            + " tokens: put the model's tokenizer.json beside its weights.");
  }

  @Override
  public synchronized Tokenizer get() throws EngineException {
    if (built == null) {
      built = builder.build();
    }
    return built;
  }

  @Override
  public void begin() {
    Thread.ofPlatform().daemon().name("vocabulary").start(this::tryToBuild);
  }

  private void tryToBuild() {
    try {
      var _ = get();
    } catch (EngineException | IllegalStateException | InternalError e) {
      // Damaged, or the checkpoint was closed meanwhile, or its disk is gone.
      LOG.debug("the vocabulary was not built ahead", e);
    }
  }
}
