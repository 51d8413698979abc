package confidant.engine.tokenizer;

import confidant.engine.api.EngineException;
import confidant.engine.api.EngineException.Damaged;
import confidant.engine.api.EngineException.Unsupported;
import java.util.List;
import java.util.Set;

/** The vocabulary in a GGUF file's metadata. */
final class GgufVocabulary {
  /** The token type of what text is encoded to; all others are control, unused or user-defined. */
  private static final int NORMAL = 1;

  /** Names under which files give o200k's split; Ollama's converter writes default for gpt-oss. */
  private static final Set<String> O200K_NAMES = Set.of("gpt-4o", "default", "");

  private GgufVocabulary() {}

  static Tokenizer read(
      String file, int modelSize, List<String> tokens, List<Integer> types, String pre)
      throws EngineException {
    if (!O200K_NAMES.contains(pre)) {
      throw new Unsupported(
          file
              + " splits text as \""
              + pre
              + "\", but gpt-oss as \"gpt-4o\": choose a gpt-oss file.");
    }
    if (tokens.size() != types.size()) {
      throw new Damaged(
          "%s has a damaged vocabulary: %d tokens but %d token types; get the file again."
              .formatted(file, tokens.size(), types.size()));
    }
    VocabularyBuilder vocabulary = new VocabularyBuilder(file, modelSize);
    for (int id = 0; id < tokens.size(); id++) {
      if (types.get(id) == NORMAL) {
        vocabulary.addOrdinary(id, tokens.get(id));
      } else {
        vocabulary.addSpecial(id, tokens.get(id));
      }
    }
    return vocabulary.build();
  }
}
