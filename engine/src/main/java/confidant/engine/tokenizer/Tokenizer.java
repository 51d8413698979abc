package confidant.engine.tokenizer;

import java.util.Optional;

/** A vocabulary: text to token ids and back. Immutable and safe for use by several threads. */
public interface Tokenizer {

  /** Ids of {@code text}; text that looks like a special token is ordinary text. */
  int[] encode(String text);

  /** Ids of {@code text}, with every special token that stands in it recognised. */
  int[] encodeWithSpecials(String text);

  /** Number of ids, special tokens included. */
  int size();

  /**
   * The bytes of a token; for a special token the UTF-8 bytes of its name. Not to be modified.
   *
   * @return empty for an id outside the vocabulary
   */
  Optional<byte[]> bytes(int id);

  /** Whether {@code id} is a special token. */
  boolean isSpecial(int id);

  /** The id of a special token such as {@code <|start|>}. */
  Optional<Integer> special(String name);

  /** The text of {@code ids}, U+FFFD for each ill-formed maximal subpart. */
  default String decode(int[] ids) {
    StreamingDecoder decoder = new StreamingDecoder();
    StringBuilder text = new StringBuilder();
    for (int id : ids) {
      // An unknown id ends a character that waits for more bytes.
      text.append(bytes(id).map(decoder::append).orElseGet(() -> decoder.finish() + "\uFFFD"));
    }
    return text.append(decoder.finish()).toString();
  }
}
