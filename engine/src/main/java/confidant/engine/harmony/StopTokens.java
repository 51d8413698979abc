package confidant.engine.harmony;

import confidant.engine.tokenizer.Tokenizer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tokens at which sampling of the assistant's turn stops. */
public final class StopTokens {
  private static final String END_OF_TEXT = "<|endoftext|>";

  private StopTokens() {}

  /**
   * The ids of return, call and endoftext, as far as {@code tokenizer} has them. The end token is
   * not among them: after it the model goes on with its next message.
   */
  public static Set<Integer> of(Tokenizer tokenizer) {
    return Stream.of(SpecialToken.RETURN.text(), SpecialToken.CALL.text(), END_OF_TEXT)
        .map(tokenizer::special)
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }
}
