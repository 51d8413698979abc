package confidant.app.bench;

import confidant.engine.SpeedLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Engines that run at the same time, from their start to their end. */
final class Life implements AutoCloseable {
  private final List<Contestant> contestants = new ArrayList<>();
  private final List<Climb> climbs = new ArrayList<>();
  private final Tokens tokens;
  private final int context;

  private Life(Tokens tokens, int context) {
    this.tokens = tokens;
    this.context = context;
  }

  /** Starts engines for contexts of {@code context} tokens. */
  static Life begin(List<Launch> launches, Tokens tokens, int context, int threads)
      throws BenchException {
    Life life = new Life(tokens, context);
    try {
      for (Launch launch : launches) {
        life.add(Contestant.start(launch, context, threads));
      }
      return life;
    } catch (BenchException e) {
      life.close();
      throw e;
    }
  }

  private void add(Contestant contestant) {
    contestants.add(contestant);
    climbs.add(new Climb(contestant, tokens));
  }

  /** Adds what each engine said of itself. */
  void describe(Map<String, String> descriptions) {
    contestants.forEach(
        contestant -> descriptions.putIfAbsent(contestant.engine(), contestant.description()));
  }

  /**
   * Measures {@code probes} from the shallowest to the deepest; at each, the engines take turns run
   * by run.
   */
  void measure(
      List<Probe> probes,
      String variant,
      int runs,
      Ceilings ceilings,
      int threads,
      Recorder recorder)
      throws BenchException {
    for (Climb climb : climbs) {
      ceilings.measure(climb.contestant(), threads);
      climb.warmUp(context);
    }
    Optional<SpeedLimits> limits = ceilings.latest(threads);
    for (int depth : probes.stream().map(Probe::depth).sorted().distinct().toList()) {
      for (Probe probe : probes.stream().filter(each -> each.depth() == depth).toList()) {
        for (int run = 0; run < (probe.isRepeatable() ? runs : 1); run++) {
          for (Climb climb : climbs) {
            if (probe.suits(climb.contestant())) {
              recorder.record(probe, variant, climb, limits);
            }
          }
        }
      }
    }
  }

  @Override
  public void close() {
    contestants.forEach(Contestant::close);
  }
}
