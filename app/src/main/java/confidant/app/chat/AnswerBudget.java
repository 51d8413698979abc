package confidant.app.chat;

import confidant.engine.api.ModelInfo;
import java.util.OptionalInt;

/** How many tokens a context and an answer get where nobody says. */
public final class AnswerBudget {
  /** Some forty pages of text; about 1.6 GB of keys and values for gpt-oss-20b. */
  private static final int DEFAULT_CONTEXT = 32_768;

  private static final int DEFAULT_ANSWER = 4_096;

  /** Enough to see that an untrained model writes. */
  private static final int UNTRAINED_ANSWER = 200;

  /** At most this share of the context is kept free for the answer. */
  private static final int CONTEXT_SHARE = 4;

  private AnswerBudget() {}

  public static int defaultContext(ModelInfo info) {
    return Math.min(DEFAULT_CONTEXT, info.contextLength());
  }

  /** The context asked for, as far as the model has it, else the default. */
  public static int context(OptionalInt requested, ModelInfo info) {
    return requested.isPresent()
        ? Math.min(requested.getAsInt(), info.contextLength())
        : defaultContext(info);
  }

  public static int defaultMaxTokens(ModelInfo info) {
    return info.untrained() ? UNTRAINED_ANSWER : DEFAULT_ANSWER;
  }

  /** Tokens of the context that the prompt must leave free. */
  static int reserve(int maxTokens, int contextTokens) {
    return Math.min(maxTokens, contextTokens / CONTEXT_SHARE);
  }
}
