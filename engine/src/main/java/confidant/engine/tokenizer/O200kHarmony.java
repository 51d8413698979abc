package confidant.engine.tokenizer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.knuddels.jtokkit.Encodings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The vocabulary of gpt-oss: o200k's ranks, then special tokens. */
final class O200kHarmony {
  /** Tokens, and rows of gpt-oss's embedding. */
  static final int SIZE = 201_088;

  private static final String RANKS = "/com/knuddels/jtokkit/o200k_base.tiktoken";
  private static final int RANK_COUNT = 199_998;
  private static final int FIRST_SPECIAL = RANK_COUNT;

  /** The specials that have a name of their own; all others are called reserved. */
  private static final Map<Integer, String> NAMED =
      Map.of(
          199_998, "<|startoftext|>",
          199_999, "<|endoftext|>",
          200_002, "<|return|>",
          200_003, "<|constrain|>",
          200_005, "<|channel|>",
          200_006, "<|start|>",
          200_007, "<|end|>",
          200_008, "<|message|>",
          200_012, "<|call|>",
          200_018, "<|endofprompt|>");

  private O200kHarmony() {}

  static Tokenizer load() {
    return new BpeTokenizer(new RankTable(ranks()), new SpecialTokens(specials()));
  }

  /** Reads jtokkit's copy of o200k_base: lines of base64, a space, the rank, in order of ranks. */
  private static List<byte[]> ranks() {
    byte[] file;
    try (InputStream in = Encodings.class.getResourceAsStream(RANKS)) {
      if (in == null) {
        throw new IllegalStateException("jtokkit lacks " + RANKS);
      }
      file = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RANKS + " of jtokkit", e);
    }
    List<byte[]> tokens = new ArrayList<>(RANK_COUNT);
    for (String line : new String(file, US_ASCII).lines().toList()) {
      int space = line.indexOf(' ');
      if (Integer.parseInt(line, space + 1, line.length(), 10) != tokens.size()) {
        throw new IllegalStateException(RANKS + " of jtokkit is not in order of ranks");
      }
      tokens.add(Base64.getDecoder().decode(line.substring(0, space)));
    }
    if (tokens.size() != RANK_COUNT) {
      throw new IllegalStateException(RANKS + " of jtokkit has " + tokens.size() + " ranks");
    }
    return tokens;
  }

  private static Map<String, Integer> specials() {
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (int id = FIRST_SPECIAL; id < SIZE; id++) {
      ids.put(NAMED.getOrDefault(id, reserved(id)), id);
    }
    // From o200k_base, where it has this id; gpt-oss counts it among the reserved ones as well.
    ids.put(reserved(200_018), 200_018);
    return ids;
  }

  private static String reserved(int id) {
    return "<|reserved_" + id + "|>";
  }
}
