package confidant.engine.loading;

import confidant.engine.api.EngineException;
import confidant.engine.api.ModelInfo;
import confidant.engine.format.StoredTensor;
import confidant.engine.format.gguf.GgufFile;
import confidant.engine.format.gguf.GgufReader;
import confidant.engine.format.safetensors.SafetensorsReader;
import confidant.engine.model.ModelConfig;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checkpoint whose files are mapped and whose configuration is understood, but whose weights are
 * not bound.
 *
 * @param tiedEmbeddings whether the embedding is the output matrix where there is none
 * @param untrained whether the checkpoint says of itself that its weights are random
 * @param demo whether it says of itself that it is the demo model
 */
record MappedCheckpoint(
    Path path,
    String name,
    ModelInfo.Layout layout,
    ModelConfig config,
    TensorTable tensors,
    boolean tiedEmbeddings,
    boolean untrained,
    boolean demo,
    TokenizerSource tokenizer) {

  /** Maps {@code files} into {@code arena}. */
  static MappedCheckpoint map(ModelFiles files, Arena arena) throws EngineException {
    return switch (files) {
      case ModelFiles.Gguf gguf -> gguf(gguf, arena);
      case ModelFiles.Safetensors safetensors -> safetensors(safetensors, arena);
    };
  }

  private static MappedCheckpoint gguf(ModelFiles.Gguf files, Arena arena) throws EngineException {
    List<GgufFile> parts = new ArrayList<>();
    List<StoredTensor> stored = new ArrayList<>();
    for (Path part : files.parts()) {
      parts.add(GgufReader.read(part, arena));
      stored.addAll(parts.getLast().tensors());
    }
    GgufFile first = parts.getFirst();
    requireWhole(first, parts.size());
    GgufConfig config = GgufConfig.of(first);
    TensorTable tensors = new TensorTable(first.file().name(), stored);
    StoredTensor embedding = tensors.require(TensorNames.GGUF.embedding());
    int vocabulary = (int) Math.min(embedding.shape().getFirst(), Integer.MAX_VALUE);
    Optional<String> name = first.metadata().string("general.name");
    return new MappedCheckpoint(
        files.path(),
        name.filter(text -> !text.isBlank())
            .or(files::givenName)
            .orElseGet(() -> ModelNames.ofFile(files.path())),
        isOllama(config, tensors) ? ModelInfo.Layout.OLLAMA : ModelInfo.Layout.GGUF,
        ConfigLimits.checked(config.toModelConfig(vocabulary), first.file().name()),
        tensors,
        false,
        first.metadata().bool("confidant.untrained").orElse(false),
        first.metadata().bool("confidant.demo").orElse(false),
        CheckpointTokenizer.ofGguf(first, vocabulary));
  }

  private static void requireWhole(GgufFile first, int parts) throws EngineException {
    long expected = first.metadata().integer("split.count").orElse((long) parts);
    if (expected > 1 && expected != parts) {
      throw new EngineException.NotFound(
          first.file().name()
              + " is one of "
              + expected
              + " parts: fetch all of them under their own names, such as"
              + " model-00001-of-00003.gguf, into one folder.");
    }
  }

  private static boolean isOllama(GgufConfig config, TensorTable tensors) {
    return config.architecture().equals(GgufConfig.OLLAMA_ARCHITECTURE)
        || tensors.has(TensorNames.GGUF.layer(0) + "attn_out.weight");
  }

  private static MappedCheckpoint safetensors(ModelFiles.Safetensors files, Arena arena)
      throws EngineException {
    SafetensorsConfig config = SafetensorsConfig.read(files.config());
    ModelConfig modelConfig =
        ConfigLimits.checked(config.toModelConfig(), SafetensorsFolder.CONFIG);
    List<StoredTensor> stored = new ArrayList<>();
    for (Path file : files.files()) {
      stored.addAll(SafetensorsReader.read(file, arena).tensors());
    }
    String folder = ModelNames.ofFolder(files.path());
    TensorTable tensors = new TensorTable(folder, stored);
    requireIndexed(files, tensors);
    return new MappedCheckpoint(
        files.path(),
        config.name().orElse(folder),
        config.isOriginal() ? ModelInfo.Layout.ORIGINAL : ModelInfo.Layout.HUGGING_FACE,
        modelConfig,
        tensors,
        config.tiesEmbeddings(),
        config.isUntrained(),
        config.isDemo(),
        CheckpointTokenizer.ofFolder(files.path(), modelConfig.vocabularySize()));
  }

  private static void requireIndexed(ModelFiles.Safetensors files, TensorTable tensors)
      throws EngineException {
    for (Map.Entry<String, String> entry : files.index().entrySet()) {
      Optional<StoredTensor> tensor = tensors.find(entry.getKey());
      if (tensor.isEmpty() || !tensor.get().file().name().equals(entry.getValue())) {
        throw new EngineException.Damaged(
            entry.getValue()
                + " is damaged: the index says that it holds tensor "
                + entry.getKey()
                + ", which is not there; fetch all files of one model.");
      }
    }
  }
}
