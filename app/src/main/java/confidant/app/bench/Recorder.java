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
  private final Map<Key, Runs> figures = new LinkedHashMap<>();
  private final Work work;
  private final Consumer<String> progress;

  /** A figure of an engine. */
  private record Key(String name, String engine) {}

  /** Its runs so far. */
  private record Runs(
      Unit unit, OptionalDouble limit, List<Double> values, List<Double> foreignLoad) {}

  /** Takes one value. */
  @FunctionalInterface
  interface Measuring {
    double measure() throws BenchException;
  }

  Recorder(Work work, Consumer<String> progress) {
    this.work = work;
    this.progress = progress;
  }

  /**
   * Measures a probe once and keeps the value.
   *
   * @param variant what to add to the probe's name; empty for nothing
   */
  void record(Probe probe, String variant, Climb at, Optional<SpeedLimits> limits)
      throws BenchException {
    OptionalDouble limit =
        limits.map(most -> probe.limit(work, most)).orElse(OptionalDouble.empty());
    record(
        probe.name() + variant,
        probe.unit(),
        at.contestant().engine(),
        limit,
        () -> probe.measure(at));
  }

  void record(String name, Unit unit, String engine, Measuring measuring) throws BenchException {
    record(name, unit, engine, OptionalDouble.empty(), measuring);
  }

  private void record(
      String name, Unit unit, String engine, OptionalDouble limit, Measuring measuring)
      throws BenchException {
    ForeignLoad.Watch watch = ForeignLoad.start();
    double value = measuring.measure();
    OptionalDouble foreign = watch.cores();
    Runs runs =
        figures.computeIfAbsent(
            new Key(name, engine),
            key -> new Runs(unit, limit, new ArrayList<>(), new ArrayList<>()));
    runs.values.add(value);
    foreign.ifPresent(runs.foreignLoad::add);
    progress.accept(
        "%s, %s: %s %s%s"
            .formatted(engine, name, Numbers.of(value), unit.label(), disturbance(foreign)));
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

  private static Measurement measurement(Key key, Runs runs) {
    Measurement plain =
        new Measurement(
            key.name, runs.unit, key.engine, runs.values, runs.foreignLoad, OptionalDouble.empty());
    if (runs.limit.isEmpty()) {
      return plain;
    }
    double share = plain.median() / runs.limit.getAsDouble();
    return new Measurement(
        key.name, runs.unit, key.engine, runs.values, runs.foreignLoad, OptionalDouble.of(share));
  }
}
