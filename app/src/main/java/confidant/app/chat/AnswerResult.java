package confidant.app.chat;

import confidant.ingest.prompt.PackResult;
import java.util.Optional;

/** What became of a question. */
public sealed interface AnswerResult {

  /**
   * It was answered, at least in part; the events said all.
   *
   * @param conversation what came before, and this
   */
  record Answered(Conversation conversation) implements AnswerResult {}

  /**
   * Papers, conversation and question do not fit into the context.
   *
   * @param neededTokens tokens of the whole prompt
   * @param maxTokens most tokens the answer may take
   * @param contextTokens size of the context
   * @param modelContextTokens largest context the model has
   * @param papers how much of the papers would fit; empty if even without them there is no room
   */
  record TooLong(
      int neededTokens,
      int maxTokens,
      int contextTokens,
      int modelContextTokens,
      Optional<PackResult.TooLong> papers)
      implements AnswerResult {

    /** A context that would hold all; empty if the model has none that large. */
    public Optional<Integer> sufficientContext() {
      for (long size = Integer.highestOneBit(neededTokens); ; size *= 2) {
        int possible = (int) Math.min(size, modelContextTokens);
        if (room(possible) >= neededTokens) {
          return Optional.of(possible);
        }
        if (possible == modelContextTokens) {
          return Optional.empty();
        }
      }
    }

    /** Tokens that a context leaves for the prompt. */
    private int room(int context) {
      return context - AnswerBudget.reserve(maxTokens, context);
    }

    /** What is wrong, without the way out, which the command line and the window word each. */
    public String problem() {
      String size =
          "The prompt needs %,d tokens, but the context of %,d has room for %,d beside the answer"
              .formatted(neededTokens, contextTokens, room(contextTokens));
      return papers.map(p -> size + "; " + fitting(p)).orElse(size);
    }

    private static String fitting(PackResult.TooLong papers) {
      return papers.pagesThatFit() == 0
          ? "not even the first page of %s fits".formatted(papers.documentName())
          : "the first %d of %d pages of %s fit"
              .formatted(papers.pagesThatFit(), papers.pages(), papers.documentName());
    }
  }
}
