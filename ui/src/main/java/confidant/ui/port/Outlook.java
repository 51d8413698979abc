package confidant.ui.port;

import java.util.Map;

/**
 * What a question would take that was asked now.
 *
 * @param contextTokens all that the model can keep in mind at once
 * @param paperTokens of it for papers; if they do not fit whole, what they would need
 * @param conversationTokens of it for what was said, and for what the model is told beforehand
 * @param answerTokens of it kept free for the answer
 * @param whole whether the papers fit whole
 * @param beginning what the question begins with
 * @param seconds about how long the answer takes from question to end on this computer; an effort
 *     without an entry is one that nothing is known about
 */
public record Outlook(
    int contextTokens,
    int paperTokens,
    int conversationTokens,
    int answerTokens,
    boolean whole,
    Beginning beginning,
    Map<Effort, Double> seconds) {

  /** Nothing is known as yet. */
  public static final Outlook UNKNOWN =
      new Outlook(0, 0, 0, 0, true, new Beginning(0, 0, false), Map.of());

  public Outlook {
    seconds = Map.copyOf(seconds);
  }

  /** Tokens that are left for the question. */
  public int freeTokens() {
    return contextTokens - answerTokens - conversationTokens - paperTokens;
  }

  /**
   * The beginning of the prompt, which is the same whatever is asked.
   *
   * @param tokens of it
   * @param readTokens of these, read already
   * @param underWay whether it is being read
   */
  public record Beginning(int tokens, int readTokens, boolean underWay) {}
}
