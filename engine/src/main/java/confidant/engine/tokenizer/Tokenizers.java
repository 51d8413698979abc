package confidant.engine.tokenizer;

import confidant.engine.api.EngineException;
import java.nio.file.Path;
import java.util.List;

/** Makes tokenizers. */
public final class Tokenizers {
  /** How many tokens {@link #o200kHarmony} has. */
  public static final int O200K_HARMONY_SIZE = O200kHarmony.SIZE;

  private Tokenizers() {}

  /**
   * The vocabulary of gpt-oss, for checkpoints that carry none. Each call builds it anew, which
   * takes about a tenth of a second: keep what it returns.
   */
  public static Tokenizer o200kHarmony() {
    return O200kHarmony.load();
  }

  /**
   * The vocabulary in a GGUF file's metadata.
   *
   * @param file the file's name, for messages
   * @param modelSize rows of the model's embedding, which every id must be below
   * @param tokens {@code tokenizer.ggml.tokens}, in order of ids
   * @param tokenTypes {@code tokenizer.ggml.token_type}, as many
   * @param pre {@code tokenizer.ggml.pre}; empty if absent
   * @throws EngineException.Damaged if the lists contradict each other or the model, or lack tokens
   * @throws EngineException.Unsupported if text is split in another way than gpt-oss's
   */
  public static Tokenizer fromGguf(
      String file, int modelSize, List<String> tokens, List<Integer> tokenTypes, String pre)
      throws EngineException {
    return GgufVocabulary.read(file, modelSize, tokens, tokenTypes, pre);
  }

  /**
   * The vocabulary of a Hugging Face checkpoint.
   *
   * @param modelSize rows of the model's embedding, which every id must be below
   * @throws EngineException.NotFound if there is no such file
   * @throws EngineException.Damaged if it is no sound tokenizer.json, or not this model's
   * @throws EngineException.Unsupported if it is of another kind than gpt-oss's
   */
  public static Tokenizer fromTokenizerJson(Path file, int modelSize) throws EngineException {
    return TokenizerJson.read(file, modelSize);
  }

  /** The regular expression by which o200k cuts text, as tokenizer.json files state it. */
  public static String o200kSplitPattern() {
    return SplitPattern.O200K_REGEX;
  }

  /** The bytes of a token as GPT-2 spells them, for tokenizer.json and GGUF files. */
  public static String spell(byte[] token) {
    return ByteSpelling.encode(token);
  }
}
