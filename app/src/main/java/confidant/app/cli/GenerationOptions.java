package confidant.app.cli;

import confidant.app.chat.AnswerBudget;
import confidant.engine.api.ModelInfo;
import confidant.engine.chat.GenerationParams;
import confidant.engine.chat.ReasoningEffort;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about how an answer is drawn and shown. */
final class GenerationOptions {
  @Option(
      names = "--effort",
      paramLabel = "low|medium|high",
      description = "How long the model reasons before it answers.")
  private @Nullable ReasoningEffort effort;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "Most tokens to write, reasoning included.")
  private @Nullable Integer maxTokens;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      defaultValue = "1",
      description = "0 always takes the most likely token (default: ${DEFAULT-VALUE}).")
  private float temperature;

  @Option(
      names = "--top-p",
      paramLabel = "P",
      defaultValue = "1",
      description = "Keep the most likely tokens that together reach this share.")
  private float topP;

  @Option(
      names = "--top-k",
      paramLabel = "K",
      defaultValue = "0",
      description = "Keep the K most likely tokens; 0 keeps all.")
  private int topK;

  @Option(
      names = "--min-p",
      paramLabel = "P",
      defaultValue = "0",
      description = "Drop tokens below this share of the most likely one.")
  private float minP;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed, prompt and threads draw the same answer.")
  private @Nullable Long seed;

  @Option(names = "--json", description = "Write events as JSON lines; the last is the result.")
  private boolean json;

  @Option(names = "--show-thinking", description = "Show the model's working notes on stderr.")
  private boolean showThinking;

  @Option(
      names = "--stats",
      description = "Say at the end of an answer how fast it came and what was in memory.")
  private boolean stats;

  ReasoningEffort effort(ReasoningEffort remembered) {
    return effort == null ? remembered : effort;
  }

  boolean json() {
    return json;
  }

  boolean stats() {
    return stats;
  }

  boolean showThinking() {
    return showThinking;
  }

  /** Refuses values out of range by the names of their options. */
  void check() throws CommandFailure {
    require(maxTokens == null || maxTokens >= 1, "--max-tokens must be 1 or more");
    require(
        Float.isFinite(temperature) && temperature >= 0,
        "--temperature must be a number that is 0 or more");
    require(topP > 0 && topP <= 1, "--top-p must be above 0 and at most 1");
    require(topK >= 0, "--top-k must be 0 or more");
    require(minP >= 0 && minP <= 1, "--min-p must be between 0 and 1");
  }

  /** A new draw for each answer, unless a seed was named. */
  GenerationParams params(ModelInfo info) throws CommandFailure {
    check();
    long drawn = seed == null ? ThreadLocalRandom.current().nextLong(Integer.MAX_VALUE) : seed;
    int most = maxTokens == null ? AnswerBudget.defaultMaxTokens(info) : maxTokens;
    return new GenerationParams(most, temperature, topK, topP, minP, drawn);
  }

  private static void require(boolean holds, String rule) throws CommandFailure {
    if (!holds) {
      throw new CommandFailure(ExitCode.USAGE, rule + ".");
    }
  }
}
