package confidant.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The comparisons that the table is about: engine against engine, and each against itself. */
final class Ratios {
  private final List<Measurement> measurements;
  private final List<Ratio> ratios = new ArrayList<>();

  private Ratios(List<Measurement> measurements) {
    this.measurements = measurements;
  }

  static List<Ratio> of(List<Measurement> measurements, Lengths lengths) {
    Ratios all = new Ratios(measurements);
    all.engineAgainstEngine();
    measurements.stream()
        .map(Measurement::engine)
        .distinct()
        .forEach(engine -> all.againstItself(engine, lengths));
    return List.copyOf(all.ratios);
  }

  private void engineAgainstEngine() {
    Set<String> names = new LinkedHashSet<>();
    measurements.forEach(measurement -> names.add(measurement.name()));
    for (String name : names) {
      List<Measurement> both =
          measurements.stream().filter(each -> each.name().equals(name)).toList();
      if (both.size() == 2) {
        Measurement ours = both.getFirst();
        Measurement theirs = both.getLast();
        ratios.add(
            new Ratio(
                "%s: %s against %s".formatted(name, ours.engine(), theirs.engine()),
                ours.unit().advantage(ours.median(), theirs.median())));
      }
    }
  }

  private void againstItself(String engine, Lengths lengths) {
    String read = new Prefill(0, lengths.more()).name();
    for (int depth : lengths.promptDepths()) {
      add(engine, new Prefill(depth, lengths.more()).name(), read);
    }
    String write = new Decode(0, lengths.answer()).name();
    for (int depth : lengths.answerDepths()) {
      if (depth > 0) {
        add(engine, new Decode(depth, lengths.answer()).name(), write);
      }
    }
    add(engine, new BusyDecode(lengths.answer()).name(), write);
    for (Probe probe : Plan.scaling(lengths)) {
      add(engine, probe.name(), probe.name() + Bench.ONE_THREAD);
    }
  }

  private void add(String engine, String name, String against) {
    Optional<Measurement> first = find(engine, name);
    Optional<Measurement> second = find(engine, against);
    if (first.isPresent() && second.isPresent()) {
      ratios.add(
          new Ratio(
              "%s: %s against %s".formatted(engine, name, against),
              first.get().unit().advantage(first.get().median(), second.get().median())));
    }
  }

  private Optional<Measurement> find(String engine, String name) {
    return measurements.stream()
        .filter(each -> each.engine().equals(engine) && each.name().equals(name))
        .findFirst();
  }
}
