package confidant.app.bench;

import java.util.Map;

/** What only a fresh process shows: how long opening takes, and how slow the first prompt is. */
final class Starts {
  private static final int PROMPTS = 5;
  static final String FIRST_AGAINST_FIFTH = "first prompt of %d against the fifth";
  private final Plan plan;
  private final int prompt;
  private final Tokens tokens;
  private final Recorder recorder;

  /**
   * @param prompt tokens of each prompt
   */
  Starts(Plan plan, int prompt, Tokens tokens, Recorder recorder) {
    this.plan = plan;
    this.prompt = prompt;
    this.tokens = tokens;
    this.recorder = recorder;
  }

  /** Starts an engine, measures and ends it. */
  void measure(Launch launch, int threads, Map<String, String> descriptions) throws BenchException {
    try (Contestant contestant = Contestant.start(launch, prompt, threads)) {
      descriptions.putIfAbsent(contestant.engine(), contestant.description());
      if (plan.has(Group.OPEN)) {
        opened(contestant);
      }
      if (plan.has(Group.WARM_UP)) {
        recorder.record(
            FIRST_AGAINST_FIFTH.formatted(prompt),
            Unit.SHARE,
            contestant.engine(),
            () -> firstAgainstFifth(contestant));
      }
    }
  }

  private void opened(Contestant contestant) throws BenchException {
    String engine = contestant.engine();
    recorder.record("open the model", Unit.SECONDS, engine, contestant::openSeconds);
    recorder.record("start to ready", Unit.SECONDS, engine, contestant::startSeconds);
    Memory memory = contestant.memoryWhenReady();
    recorder.record(
        "private memory when ready",
        Unit.MIB,
        engine,
        () -> memory.anonymous() / ResidentMemory.MIB);
    if (memory.heap() > 0) {
      recorder.record(
          "heap when ready", Unit.MIB, engine, () -> memory.heap() / ResidentMemory.MIB);
    }
  }

  private double firstAgainstFifth(Contestant contestant) throws BenchException {
    double first = 0;
    double last = 0;
    for (int i = 0; i < PROMPTS; i++) {
      contestant.truncate(0);
      last = contestant.read(tokens.range(i * prompt, (i + 1) * prompt));
      first = i == 0 ? last : first;
    }
    return last / first;
  }
}
