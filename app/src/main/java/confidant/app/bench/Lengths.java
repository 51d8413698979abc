package confidant.app.bench;

import java.util.List;

/**
 * How many tokens the figures read and write.
 *
 * @param prompts read into an empty context
 * @param more read behind a long text
 * @param promptDepths length of that text
 * @param answer tokens written
 * @param answerDepths tokens held when writing begins
 * @param paper read before the questions
 * @param question tokens of each question
 * @param quote tokens written of a text that may repeat the paper; with a question no more than a
 *     cache can be rewound by, so that the paper is read once
 * @param resident tokens held when memory is looked at
 * @param whole lengths of prompts for the curve
 */
public record Lengths(
    List<Integer> prompts,
    int more,
    List<Integer> promptDepths,
    int answer,
    List<Integer> answerDepths,
    int paper,
    int question,
    int quote,
    int resident,
    List<Integer> whole) {
  private static final Lengths FULL =
      new Lengths(
          List.of(128, 512, 2048),
          2048,
          List.of(8192, 30_720),
          32,
          List.of(0, 4096, 16_384),
          2048,
          64,
          160,
          16_384,
          List.of(128, 512, 2048, 8192, 32_768));

  public Lengths {
    prompts = List.copyOf(prompts);
    promptDepths = List.copyOf(promptDepths);
    answerDepths = List.copyOf(answerDepths);
    whole = List.copyOf(whole);
  }

  /** Those of the published table, divided by {@code divisor} to try the measurement out. */
  public static Lengths dividedBy(int divisor) {
    return new Lengths(
        divided(FULL.prompts, divisor),
        divided(FULL.more, divisor),
        divided(FULL.promptDepths, divisor),
        divided(FULL.answer, divisor),
        divided(FULL.answerDepths, divisor),
        divided(FULL.paper, divisor),
        divided(FULL.question, divisor),
        divided(FULL.quote, divisor),
        divided(FULL.resident, divisor),
        divided(FULL.whole, divisor));
  }

  private static List<Integer> divided(List<Integer> lengths, int divisor) {
    return lengths.stream().map(length -> length == 0 ? 0 : divided(length, divisor)).toList();
  }

  private static int divided(int length, int divisor) {
    return Math.max(1, length / divisor);
  }
}
