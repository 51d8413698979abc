package confidant.app.bench;

import confidant.engine.SpeedLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Collects runs, watches what else the machine did meanwhile, and tells of each as it comes. */
final class Recorder {
  private final Map<Figure, Runs> figures = new LinkedHashMap<>();
  private final Work work;
  private final Consumer<String> progress;
  private final Keeper keeper;

  /** Told after each run. */
  @FunctionalInterface
  interface Keeper {
    void keep() throws BenchException;
  }

  /** A figure of an engine. */
  private record Figure(String name, String engine, Unit unit) {}

  /** Its runs so far, and what share each is of the best value that the machine allows. */
  private record Runs(List<Double> values, List<Double> shares, List<Double> foreignLoad) {}

  Recorder(Work work, Consumer<String> progress, Keeper keeper) {
    this.work = work;
    this.progress = progress;
    this.keeper = keeper;
  }

  /**
   * Goes to where a probe is taken, takes it once and keeps the value.
   *
   * @param variant what to add to the probe's name; empty for nothing
   */
  void record(Probe probe, String variant, Climb at, Optional<SpeedLimits> limits)
      throws BenchException {
    ForeignLoad.Watch withTheWay = ForeignLoad.start();
    at.moveTo(probe.depth());
    ForeignLoad.Watch alone = ForeignLoad.start();
    double value = probe.measure(at);
    OptionalDouble foreign = (probe.isRepeatable() ? alone : withTheWay).cores();
    OptionalDouble limit =
        limits.map(most -> probe.limit(work, most)).orElse(OptionalDouble.empty());
    Figure figure = new Figure(probe.name() + variant, at.contestant().engine(), probe.unit());
    keep(figure, value, limit, foreign);
  }

  /**
   * Keeps a value taken elsewhere.
   *
   * @param foreignLoad cores that other programs kept busy meanwhile, if it matters and is known
   */
  void keep(String name, Unit unit, String engine, double value, OptionalDouble foreignLoad)
      throws BenchException {
    keep(new Figure(name, engine, unit), value, OptionalDouble.empty(), foreignLoad);
  }

  private void keep(Figure figure, double value, OptionalDouble limit, OptionalDouble foreign)
      throws BenchException {
    Runs runs =
        figures.computeIfAbsent(
            figure, key -> new Runs(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    runs.values.add(value);
    limit.ifPresent(best -> runs.shares.add(value / best));
    foreign.ifPresent(runs.foreignLoad::add);
    progress.accept(
        "%s, %s: %s %s%s"
            .formatted(
                figure.engine,
                figure.name,
                Numbers.of(value),
                figure.unit.label(),
                disturbance(foreign)));
    keeper.keep();
  }

  private static String disturbance(OptionalDouble foreign) {
    return foreign.isPresent() && foreign.getAsDouble() > ForeignLoad.DISTURBING
        ? " (disturbed: others used %s cores)".formatted(Numbers.of(foreign.getAsDouble()))
        : "";
  }

  /** All figures, in the order in which they first came. */
  List<Measurement> measurements() {
    return figures.entrySet().stream().map(e -> measurement(e.getKey(), e.getValue())).toList();
  }

  private static Measurement measurement(Figure figure, Runs runs) {
    return new Measurement(
        figure.name,
        figure.unit,
        figure.engine,
        runs.values,
        runs.foreignLoad,
        runs.shares.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(Measurement.median(runs.shares)));
  }
}
