package confidant.engine.harmony;

import confidant.engine.api.EngineException.Unsupported;
import confidant.engine.tokenizer.Tokenizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A tokenizer and the ids its special tokens have there. The names are the format's; the ids differ
 * between vocabularies.
 */
public final class HarmonyTokens {
  private final Tokenizer tokenizer;
  private final Map<SpecialToken, Integer> ids = new EnumMap<>(SpecialToken.class);
  private final Map<Integer, SpecialToken> byId = new HashMap<>();

  private HarmonyTokens(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /**
   * Looks the special tokens up by name.
   *
   * @throws Unsupported if {@code tokenizer} lacks one of them
   */
  public static HarmonyTokens of(Tokenizer tokenizer) throws Unsupported {
    HarmonyTokens tokens = new HarmonyTokens(tokenizer);
    for (SpecialToken token : SpecialToken.values()) {
      Optional<Integer> id = tokenizer.special(token.text());
      if (id.isEmpty()) {
        throw new Unsupported(
            "The checkpoint's vocabulary lacks "
                + token.text()
                + ", without which no chat is possible; choose a gpt-oss checkpoint.");
      }
      tokens.ids.put(token, id.get());
      tokens.byId.put(id.get(), token);
    }
    return tokens;
  }

  public Tokenizer tokenizer() {
    return tokenizer;
  }

  /** The id of {@code token} in this vocabulary. */
  public int id(SpecialToken token) {
    return ids.getOrDefault(token, -1);
  }

  /** Which of the format's tokens {@code id} is, if any. */
  public Optional<SpecialToken> special(int id) {
    return Optional.ofNullable(byId.get(id));
  }
}
