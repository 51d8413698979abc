package confidant.engine.session;

import confidant.engine.api.EngineException;
import confidant.engine.speculation.Drafter;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The logits after one drawn token and the next. A pass reads the token at hand and a draft of what
 * may follow. While the tokens drawn are those drafted, their logits are there already; at the
 * first that is not, the rest of the draft is taken back. Logits are those of the tokens drawn in
 * either case, so drafts change no token.
 */
final class Decoder {
  private static final int[] NO_DRAFT = {};

  private final Sequence sequence;
  private final Drafter drafter;
  private int[] draft = NO_DRAFT;
  private float[][] logits = {}; // [1 + draft.length][vocabulary]: after the token at hand, ...
  private int accepted; // tokens of the draft drawn so far
  private long passNanos;
  private int passes;
  private int draftedTokens;
  private int acceptedTokens;

  /** Continues {@code sequence}, which holds the prompt. */
  Decoder(Sequence sequence, Drafter drafter) {
    this.sequence = sequence;
    this.drafter = drafter;
    drafter.begin(sequence.tokens());
  }

  /** Tokens held, without those that are drafted only. */
  int position() {
    return sequence.position() - (draft.length - accepted);
  }

  /**
   * The logits after {@code token}, which was drawn from those before.
   *
   * @param wanted how many tokens may still be drawn, at least 1
   * @param proceed asked once per layer whether to go on
   * @return [vocabulary]; empty if stopped, {@code token} not being held
   * @throws EngineException.ContextExceeded if {@code token} does not fit
   * @throws EngineException.Damaged if the logits are not finite
   */
  Optional<float[]> after(int token, int wanted, BooleanSupplier proceed) throws EngineException {
    sequence.checkOpen();
    if (!proceed.getAsBoolean()) {
      return Optional.empty();
    }
    drafter.append(token);
    if (accepted < draft.length && draft[accepted] == token) {
      accepted++;
      acceptedTokens++;
      return Optional.of(sequence.checkFinite(logits[accepted]));
    }
    settle();
    return read(token, wanted, proceed);
  }

  /**
   * The logits after {@code tokens}, which nobody drew but which are to stand here.
   *
   * @param tokens at least one
   * @param proceed asked once per layer whether to go on
   * @return [vocabulary]; empty if stopped, none of {@code tokens} being held
   * @throws EngineException.ContextExceeded if they do not fit
   * @throws EngineException.Damaged if the logits are not finite
   */
  Optional<float[]> insert(int[] tokens, BooleanSupplier proceed) throws EngineException {
    settle();
    Optional<float[]> after = sequence.read(tokens, done -> proceed.getAsBoolean());
    if (after.isPresent()) {
      Arrays.stream(tokens).forEach(drafter::append);
    }
    return after;
  }

  private Optional<float[]> read(int token, int wanted, BooleanSupplier proceed)
      throws EngineException {
    int room = sequence.capacity() - sequence.position() - 1;
    int[] guess = drafter.draft(Math.max(0, Math.min(wanted - 1, room)));
    int[] pass = new int[1 + guess.length];
    pass[0] = token;
    System.arraycopy(guess, 0, pass, 1, guess.length);
    long start = System.nanoTime();
    Optional<float[][]> read = sequence.readEach(pass, proceed);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    passNanos = System.nanoTime() - start;
    passes++;
    draftedTokens += guess.length;
    draft = guess;
    logits = read.get();
    return Optional.of(sequence.checkFinite(logits[0]));
  }

  /** Takes back what was drafted and not drawn. Call it when the last token is drawn. */
  void settle() {
    if (logits.length > 0) {
      sequence.takeBack(draft.length - accepted);
      drafter.verified(draft.length, accepted, passNanos);
    }
    draft = NO_DRAFT;
    logits = new float[0][];
    accepted = 0;
  }

  /** Passes over the model so far. */
  int passes() {
    return passes;
  }

  /** Tokens read on a guess so far. */
  int draftedTokens() {
    return draftedTokens;
  }

  /** Those of them that were drawn as guessed and so needed no pass of their own. */
  int acceptedTokens() {
    return acceptedTokens;
  }
}
