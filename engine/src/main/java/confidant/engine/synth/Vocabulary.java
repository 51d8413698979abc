package confidant.engine.synth;

import confidant.engine.tokenizer.Tokenizer;
import confidant.engine.tokenizer.Tokenizers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The first ranks of o200k and, right after them, the first special tokens of o200k_harmony in
 * their order. The first 256 ranks are the single bytes, so every text can be encoded.
 */
final class Vocabulary {
  private final List<byte[]> ordinary;
  private final List<String> specials;
  private final Map<ByteBuffer, Integer> rankByBytes = new HashMap<>();

  private Vocabulary(List<byte[]> ordinary, List<String> specials) {
    this.ordinary = ordinary;
    this.specials = specials;
    for (int rank = 0; rank < ordinary.size(); rank++) {
      rankByBytes.put(ByteBuffer.wrap(ordinary.get(rank)), rank);
    }
  }

  static Vocabulary of(Preset preset) {
    return first(preset.ordinaryTokens(), preset.specialTokens());
  }

  static Vocabulary first(int ordinaryTokens, int specialTokens) {
    Tokenizer o200k = Tokenizers.o200kHarmony();
    int firstSpecial = o200k.special("<|startoftext|>").orElseThrow();
    return new Vocabulary(
        IntStream.range(0, ordinaryTokens).mapToObj(id -> o200k.bytes(id).orElseThrow()).toList(),
        IntStream.range(firstSpecial, firstSpecial + specialTokens)
            .mapToObj(id -> new String(o200k.bytes(id).orElseThrow(), StandardCharsets.UTF_8))
            .toList());
  }

  /** Ordinary tokens in the spelling of GPT-2, by rank. */
  List<String> ordinary() {
    return ordinary.stream().map(Tokenizers::spell).toList();
  }

  /** Special tokens; the first has the id after the last rank. */
  List<String> specials() {
    return specials;
  }

  /** The id of a special token. */
  int special(String name) {
    int index = specials.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("no special token " + name);
    }
    return ordinary.size() + index;
  }

  /**
   * What Hugging Face and llama.cpp merge by: every way to cut a token into two tokens, in order of
   * the token's rank, then of the parts'.
   */
  List<Merge> merges() {
    List<Merge> merges = new ArrayList<>();
    for (byte[] token : ordinary) {
      List<Merge> ways = new ArrayList<>();
      for (int cut = 1; cut < token.length; cut++) {
        Integer left = rankByBytes.get(ByteBuffer.wrap(token, 0, cut));
        Integer right = rankByBytes.get(ByteBuffer.wrap(token, cut, token.length - cut));
        if (left != null && right != null) {
          ways.add(new Merge(left, right));
        }
      }
      ways.sort(Comparator.comparingInt(Merge::left).thenComparingInt(Merge::right));
      merges.addAll(ways);
    }
    return merges;
  }

  /** Two ranks whose tokens together are a token. */
  record Merge(int left, int right) {}
}
