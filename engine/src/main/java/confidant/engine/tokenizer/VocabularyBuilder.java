package confidant.engine.tokenizer;

import confidant.engine.api.EngineException.Damaged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the tokens that a checkpoint lists and checks that they make a vocabulary. */
final class VocabularyBuilder {
  private static final byte[] NO_TOKEN = new byte[0];

  private final String source;
  private final int modelSize;
  private final List<byte[]> ordinary = new ArrayList<>();
  private final Map<String, Integer> specials = new LinkedHashMap<>();

  /**
   * @param source where the tokens come from, for messages: begins a sentence
   * @param modelSize rows of the model's embedding, which every id must be below
   */
  VocabularyBuilder(String source, int modelSize) {
    this.source = source;
    this.modelSize = modelSize;
  }

  /** Adds a token that text is encoded to, in {@link ByteSpelling}. */
  void addOrdinary(int id, String spelled) throws Damaged {
    checkId(id);
    byte[] bytes =
        ByteSpelling.decode(spelled)
            .orElseThrow(
                () -> damaged("token " + id + " holds a character that stands for no byte"));
    while (ordinary.size() <= id) {
      ordinary.add(NO_TOKEN);
    }
    ordinary.set(id, bytes);
  }

  /** Adds a token that only special-token text is encoded to, in plain spelling. */
  void addSpecial(int id, String name) throws Damaged {
    checkId(id);
    if (name.isEmpty()) {
      throw damaged("special token " + id + " has an empty name");
    }
    specials.putIfAbsent(name, id);
  }

  Tokenizer build() throws Damaged {
    RankTable ranks = new RankTable(ordinary);
    if (!ranks.hasAllBytes()) {
      throw damaged("some of the 256 bytes are no tokens");
    }
    return new BpeTokenizer(ranks, new SpecialTokens(specials));
  }

  private void checkId(int id) throws Damaged {
    if (id < 0 || id >= modelSize) {
      throw damaged("token id " + id + " is none of the model's " + modelSize);
    }
  }

  private Damaged damaged(String what) {
    return new Damaged(
        source + " has a damaged vocabulary: " + what + "; get the model's files again.");
  }
}
