package confidant.app.chat;

import confidant.engine.chat.ReasoningEffort;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How fast a model reads and writes on this computer and how long it reasons, measured as it goes.
 * What was measured lately counts more. Thread-safe.
 */
public final class Pace {
  private static final double NANOS_PER_SECOND = 1e9;

  /** What was measured more than so many tokens ago counts less than half. */
  private static final int READING_MEMORY = 4096;

  private static final int WRITING_MEMORY = 512;

  /** Weight of the latest answer among all. */
  private static final double LATEST = 0.3;

  /** Tokens of a question and of what stands around it. */
  private static final int QUESTION_TOKENS = 60;

  /** Tokens of an answer before any was measured. */
  private static final double FIRST_ANSWER = 250;

  private final Rate reading = new Rate(READING_MEMORY);
  private final Rate writing = new Rate(WRITING_MEMORY);
  private final Map<ReasoningEffort, Double> reasoning = new EnumMap<>(ReasoningEffort.class);
  private final int mostTokens;
  private double answer = FIRST_ANSWER;

  /**
   * @param mostTokens most tokens that the model may write, reasoning included
   */
  public Pace(int mostTokens) {
    this.mostTokens = mostTokens;
    // What gpt-oss usually needs for a question about a page or two.
    reasoning.put(ReasoningEffort.LOW, 60.0);
    reasoning.put(ReasoningEffort.MEDIUM, 300.0);
    reasoning.put(ReasoningEffort.HIGH, 1200.0);
  }

  /** Tokens a second. */
  private static final class Rate {
    private final int memory;
    private double tokens;
    private double seconds;

    Rate(int memory) {
      this.memory = memory;
    }

    void add(int more, long nanos) {
      tokens += more;
      seconds += nanos / NANOS_PER_SECOND;
      if (tokens > memory) {
        tokens /= 2;
        seconds /= 2;
      }
    }

    boolean isKnown() {
      return tokens > 0 && seconds > 0;
    }

    double secondsFor(double wanted) {
      return wanted * seconds / tokens;
    }
  }

  /** A prompt, or a part of it, was read. */
  public synchronized void read(int tokens, long nanos) {
    reading.add(tokens, nanos);
  }

  /** So much was written, reasoning included. */
  public synchronized void wrote(int tokens, long nanos) {
    writing.add(tokens, nanos);
  }

  synchronized boolean knowsWriting() {
    return writing.isKnown();
  }

  /** A question was answered to its end, after reasoning to its end. */
  public synchronized void answered(ReasoningEffort effort, int reasoningTokens, int answerTokens) {
    reasoning.merge(effort, (double) reasoningTokens, Pace::average);
    answer = average(answer, answerTokens);
  }

  private static double average(double before, double latest) {
    return before + LATEST * (latest - before);
  }

  /**
   * About how long a short question takes, from asking to the end of its answer; empty while there
   * is no telling.
   *
   * @param unreadTokens of the prompt before the question that are still to be read
   */
  public synchronized OptionalDouble seconds(ReasoningEffort effort, int unreadTokens) {
    if (!reading.isKnown() || !writing.isKnown()) {
      return OptionalDouble.empty();
    }
    double written = Math.min(mostTokens, reasoning.getOrDefault(effort, 0.0) + answer);
    return OptionalDouble.of(
        reading.secondsFor(unreadTokens + QUESTION_TOKENS) + writing.secondsFor(written));
  }
}
