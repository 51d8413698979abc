package confidant.app.chat;

/**
 * What a question would take, in tokens.
 *
 * @param contextTokens size of the context
 * @param paperTokens of papers; if they do not fit whole, what they would need
 * @param conversationTokens of earlier turns and of what the model is told beforehand
 * @param answerTokens kept free for the answer
 * @param whole whether the papers fit whole
 * @param beginningTokens of what the prompt begins with, whatever is asked
 * @param readTokens of these, read already
 */
public record Prospect(
    int contextTokens,
    int paperTokens,
    int conversationTokens,
    int answerTokens,
    boolean whole,
    int beginningTokens,
    int readTokens) {

  Prospect read(int tokens) {
    return new Prospect(
        contextTokens,
        paperTokens,
        conversationTokens,
        answerTokens,
        whole,
        beginningTokens,
        tokens);
  }
}
