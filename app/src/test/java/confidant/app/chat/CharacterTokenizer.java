package confidant.app.chat;

import confidant.engine.tokenizer.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One token per character. */
final class CharacterTokenizer implements Tokenizer {
  @Override
  public int[] encode(String text) {
    return text.chars().toArray();
  }

  @Override
  public int[] encodeWithSpecials(String text) {
    return encode(text);
  }

  @Override
  public int size() {
    return Character.MAX_VALUE + 1;
  }

  @Override
  public Optional<byte[]> bytes(int id) {
    return Optional.of(String.valueOf((char) id).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean isSpecial(int id) {
    return false;
  }

  @Override
  public Optional<Integer> special(String name) {
    return Optional.empty();
  }
}
