package confidant.engine.session;

import confidant.engine.chat.Cancellation;
import confidant.engine.chat.TokenEvent.ReasoningClosed.Cause;
import confidant.engine.harmony.AnswerOpening;
import confidant.engine.harmony.HarmonyStream.Place;
import confidant.engine.harmony.HarmonyTokens;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Says when a chain of thought must end: when somebody wants the answer now, or when it goes round
 * in circles. It ends once; an answer is never touched.
 */
final class ReasoningWatch {
  /** A piece with so many letters is part of a thought; currencies and column heads have fewer. */
  private static final int WORD_LETTERS = 4;

  private final HarmonyTokens tokens;
  private final Cancellation cancellation;
  private RepetitionGuard guard;
  private boolean circling;
  private boolean closed;

  ReasoningWatch(HarmonyTokens tokens, Cancellation cancellation) {
    this.tokens = tokens;
    this.cancellation = cancellation;
    guard = newGuard();
  }

  /** What to write in order to end the reasoning, and why. */
  record Closing(Cause cause, int[] tokens) {}

  /**
   * {@code token} was drawn.
   *
   * @param place where the next one stands
   */
  void drawn(int token, Place place) {
    if (place == Place.REASONING) {
      circling |= guard.add(token);
    } else if (guard.isBegun()) {
      guard = newGuard();
      circling = false;
    }
  }

  /**
   * What is to be written now; empty if the model goes on by itself.
   *
   * @param place where the next token stands
   * @param room tokens that may still be written
   */
  Optional<Closing> closing(Place place, int room) {
    boolean asked = cancellation.isReasoningCancelled();
    if (closed || !(asked || circling)) {
      return Optional.empty();
    }
    Optional<Closing> closing =
        AnswerOpening.from(place, tokens)
            // Without room for one word of an answer the end comes by itself.
            .filter(opening -> opening.length < room)
            .map(opening -> new Closing(asked ? Cause.ASKED : Cause.REPEATED, opening));
    closed = closing.isPresent();
    return closing;
  }

  private RepetitionGuard newGuard() {
    return new RepetitionGuard(this::isWord);
  }

  private boolean isWord(int token) {
    return tokens
        .tokenizer()
        .bytes(token)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .filter(text -> text.codePoints().filter(Character::isLetter).count() >= WORD_LETTERS)
        .isPresent();
  }
}
