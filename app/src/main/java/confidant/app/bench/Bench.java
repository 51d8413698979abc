package confidant.app.bench;

import confidant.engine.Engine;
import confidant.engine.EngineOptions;
import confidant.engine.api.ModelInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the plan: starts the engines, lets them take turns, and collects what they reach. */
public final class Bench {
  static final String ONE_THREAD = ", one thread";
  private static final long SEED = 20;
  private final List<Launch> launches;
  private final ModelInfo model;
  private final BenchOptions options;
  private final Plan plan;
  private final Tokens tokens;
  private final Recorder recorder;
  private final Map<String, String> descriptions = new LinkedHashMap<>();
  private final Machine machine = Machine.current();
  private final Ceilings ceilings;

  /** Told all that was measured so far, again after each run: a whole plan takes most of a day. */
  @FunctionalInterface
  public interface Keeper {
    void keep(Result soFar) throws BenchException;
  }

  /**
   * Prepares a measurement.
   *
   * @param launches this engine first, then at most one other
   * @param progress told one line per run
   */
  public Bench(
      List<Launch> launches,
      ModelInfo model,
      BenchOptions options,
      Consumer<String> progress,
      Keeper keeper) {
    this.launches = List.copyOf(launches);
    this.model = model;
    this.options = options;
    int context =
        options.context() > 0
            ? Math.min(options.context(), model.contextLength())
            : model.contextLength();
    this.plan = new Plan(options.groups(), options.lengths(), context);
    this.tokens = new Tokens(model.vocabularySize(), SEED);
    this.ceilings = new Ceilings(options.limitBytes());
    this.recorder = new Recorder(new Work(model), progress, () -> keeper.keep(soFar()));
  }

  /**
   * Measures everything; takes from seconds to hours.
   *
   * @throws BenchException if an engine does not start or breaks off, or the keeper fails
   */
  public Result run() throws BenchException {
    int threads =
        options.threads() > 0 ? options.threads() : Engine.threads(EngineOptions.defaults());
    // By our engine, started as it will be measured; of 256-bit vectors the peak is another.
    try (Contestant ours = Contestant.start(launches.getFirst(), 1, options.threads())) {
      ceilings.measure(ours, 1);
      if (threads > 1) {
        ceilings.measure(ours, threads);
      }
    }

    manyLives(plan.shallow(), "", threads);
    live(launches, plan.deep(), "", threads, options.runs(), options.together());
    live(launches, plan.memory(), "", threads, 1, false);
    manyLives(plan.oneThread(), ONE_THREAD, 1);
    starts();
    return soFar();
  }

  private Result soFar() {
    List<Measurement> measurements = recorder.measurements();
    return new Result(
        machine,
        model.name(),
        descriptions,
        ceilings.most(),
        measurements,
        Ratios.of(measurements));
  }

  /** A process per run and engine, in turns: what was measured last never favours one of them. */
  private void manyLives(List<Probe> probes, String variant, int threads) throws BenchException {
    if (options.together()) {
      live(launches, probes, variant, threads, options.runs(), true);
      return;
    }
    for (int run = 0; run < options.runs(); run++) {
      live(launches, probes, variant, threads, 1, false);
    }
  }

  /**
   * A process per engine with all its runs, since filling a long context takes most of an hour.
   *
   * @param together whether all engines live at the same time, or one after the other
   */
  private void live(
      List<Launch> engines,
      List<Probe> probes,
      String variant,
      int threads,
      int runs,
      boolean together)
      throws BenchException {
    List<List<Launch>> lives =
        together ? List.of(engines) : engines.stream().map(List::of).toList();
    for (List<Launch> life : lives) {
      live(life, probes, variant, threads, runs);
    }
  }

  private void live(List<Launch> engines, List<Probe> probes, String variant, int threads, int runs)
      throws BenchException {
    if (probes.isEmpty()) {
      return;
    }
    int asked = threads == 1 ? 1 : options.threads();
    try (Life life = Life.begin(engines, tokens, Plan.contextFor(probes), asked)) {
      life.describe(descriptions);
      life.measure(probes, variant, runs, ceilings, threads, recorder);
    }
  }

  private void starts() throws BenchException {
    if (!plan.has(Group.OPEN) && !plan.has(Group.WARM_UP)) {
      return;
    }
    Starts starts = new Starts(plan, options.lengths().prompts().getFirst(), tokens, recorder);
    for (int run = 0; run < options.runs(); run++) {
      for (Launch launch : launches) {
        starts.measure(launch, options.threads(), descriptions);
      }
    }
  }
}
