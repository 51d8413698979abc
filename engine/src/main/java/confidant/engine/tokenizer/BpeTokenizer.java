package confidant.engine.tokenizer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/** A byte-level byte-pair tokenizer of the tiktoken kind. */
final class BpeTokenizer implements Tokenizer {
  /** Tokens are rarely shorter on average; used to size the result. */
  private static final int CHARS_PER_TOKEN = 3;

  private static final int REPLACEMENT = 0xFFFD;

  private final RankTable ranks;
  private final SpecialTokens specials;
  private final int size;

  BpeTokenizer(RankTable ranks, SpecialTokens specials) {
    this.ranks = ranks;
    this.specials = specials;
    int highestSpecial = specials.ids().stream().mapToInt(Integer::intValue).max().orElse(-1);
    size = Math.max(ranks.size(), highestSpecial + 1);
  }

  @Override
  public int[] encode(String text) {
    IntList ids = new IntList(text.length() / CHARS_PER_TOKEN);
    encode(text, new BytePairMerger(ranks), ids);
    return ids.toArray();
  }

  @Override
  public int[] encodeWithSpecials(String text) {
    IntList ids = new IntList(text.length() / CHARS_PER_TOKEN);
    BytePairMerger merger = new BytePairMerger(ranks);
    int from = 0;
    Optional<SpecialTokens.Occurrence> special = specials.find(text, from);
    while (special.isPresent()) {
      encode(text.substring(from, special.get().start()), merger, ids);
      ids.add(special.get().id());
      from = special.get().end();
      special = specials.find(text, from);
    }
    encode(text.substring(from), merger, ids);
    return ids.toArray();
  }

  private void encode(String text, BytePairMerger merger, IntList out) {
    SplitPattern.split(wellFormed(text), piece -> merger.encode(piece.getBytes(UTF_8), out));
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Optional<byte[]> bytes(int id) {
    byte[] ordinary = ranks.bytes(id);
    return ordinary.length > 0
        ? Optional.of(ordinary)
        : specials.name(id).map(name -> name.getBytes(UTF_8));
  }

  @Override
  public boolean isSpecial(int id) {
    return specials.name(id).isPresent();
  }

  @Override
  public Optional<Integer> special(String name) {
    return specials.id(name);
  }

  /** {@code text} with U+FFFD for lone surrogates, which have no UTF-8 form. */
  private static String wellFormed(String text) {
    if (text.codePoints().noneMatch(BpeTokenizer::isSurrogate)) {
      return text;
    }
    int[] replaced = text.codePoints().map(c -> isSurrogate(c) ? REPLACEMENT : c).toArray();
    return new String(replaced, 0, replaced.length);
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
