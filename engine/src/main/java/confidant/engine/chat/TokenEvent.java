package confidant.engine.chat;

/** What a generation reports, in order. Text never holds half a character or a special token. */
public sealed interface TokenEvent {

  /**
   * The prompt is being read.
   *
   * @param done new tokens read, estimated from the layers done of the batch at hand
   * @param total new tokens to read
   * @param reused tokens before them that the cache already held
   */
  record Prefill(int done, int total, int reused) implements TokenEvent {}

  /** A piece of the chain of thought (channel analysis); not meant for readers. */
  record Reasoning(String text) implements TokenEvent {}

  /** The chain of thought was ended from outside; the answer begins. */
  record ReasoningClosed(Cause cause) implements TokenEvent {

    /** Why. */
    public enum Cause {
      /** Somebody asked for it; see {@link Cancellation#cancelReasoning}. */
      ASKED,
      /** It said the same over and over. */
      REPEATED
    }
  }

  /** A piece of the answer (channel final, or commentary without recipient). */
  record Answer(String text) implements TokenEvent {}

  /** A whole call of a tool, such as {@code functions.lookup} with JSON arguments. */
  record ToolCall(String recipient, String arguments) implements TokenEvent {}

  /** The last event. */
  record End(EndReason reason, Usage usage) implements TokenEvent {}

  /** Why a generation ended. */
  enum EndReason {
    /** The model ended its turn. */
    STOP,
    /** The model calls a tool and waits for its result. */
    TOOL_CALL,
    /** {@link GenerationParams#maxTokens} were generated. */
    MAX_TOKENS,
    /** The context is full. */
    CONTEXT_FULL,
    /** The caller cancelled. */
    CANCELLED
  }

  /**
   * What a generation cost.
   *
   * @param promptTokens tokens of the prompt
   * @param reusedTokens tokens of the prompt that the cache already held
   * @param generatedTokens tokens drawn, with those that ended a chain of thought from outside
   * @param draftedTokens tokens computed ahead on a guess
   * @param acceptedTokens those of them that were drawn as guessed and so needed no pass of their
   *     own over the model
   * @param prefillNanos time spent reading the prompt
   * @param decodeNanos time spent generating
   */
  record Usage(
      int promptTokens,
      int reusedTokens,
      int generatedTokens,
      int draftedTokens,
      int acceptedTokens,
      long prefillNanos,
      long decodeNanos) {}
}
