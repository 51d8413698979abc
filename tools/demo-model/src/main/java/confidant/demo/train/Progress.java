package confidant.demo.train;

import confidant.demo.net.Head;
import java.time.Duration;
import java.util.Locale;

/** Sums up some steps for a line on the terminal. */
final class Progress {
  private double loss;
  private double weight;
  private int answers;
  private int right;
  private long tokens;
  private double seconds;

  void add(Head.Score score, int batchTokens, double took) {
    loss += score.loss() * score.weight();
    weight += score.weight();
    answers += score.answers();
    right += score.right();
    tokens += batchTokens;
    seconds += took;
  }

  String line(TrainingState state, Plan plan) {
    double perStep = state.seconds() / state.step();
    Duration left = Duration.ofSeconds(Math.round(perStep * (plan.steps() - state.step())));
    return String.format(
        Locale.ROOT,
        "step %,d of %,d: loss %.4f, %.1f %% of answer tokens right, %,.0f tokens/s, %d:%02d h"
            + " left",
        state.step(),
        plan.steps(),
        loss / weight,
        100.0 * right / Math.max(1, answers),
        tokens / seconds,
        left.toHours(),
        left.toMinutesPart());
  }
}
