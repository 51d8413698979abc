package confidant.app.bench;

import java.util.Map;
import java.util.OptionalDouble;

/** What only a fresh process shows: how long opening takes, and how slow the first prompt is. */
final class Starts {
  private static final int PROMPTS = 5;
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
    ForeignLoad.Watch start = ForeignLoad.start();
    try (Contestant contestant = Contestant.start(launch, prompt, threads)) {
      OptionalDouble foreign = start.cores();
      descriptions.putIfAbsent(contestant.engine(), contestant.description());
      if (plan.has(Group.OPEN)) {
        keepOpening(contestant, foreign);
      }
      if (plan.has(Group.WARM_UP)) {
        ForeignLoad.Watch prompts = ForeignLoad.start();
        double share = firstAgainstFifth(contestant);
        recorder.keep(
            "first prompt of %d against the fifth".formatted(prompt),
            Unit.SHARE,
            contestant.engine(),
            share,
            prompts.cores());
      }
    }
  }

  private void keepOpening(Contestant contestant, OptionalDouble foreign) throws BenchException {
    String engine = contestant.engine();
    recorder.keep("open the model", Unit.SECONDS, engine, contestant.openSeconds(), foreign);
    recorder.keep("start to ready", Unit.SECONDS, engine, contestant.startSeconds(), foreign);
    // Memory is the same whatever else runs.
    Memory memory = contestant.memoryWhenReady();
    keepMemory("private memory when ready", engine, memory.anonymous());
    if (memory.heap() > 0) {
      keepMemory("heap when ready", engine, memory.heap());
    }
  }

  private void keepMemory(String name, String engine, long bytes) throws BenchException {
    recorder.keep(name, Unit.MIB, engine, bytes / ResidentMemory.MIB, OptionalDouble.empty());
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
