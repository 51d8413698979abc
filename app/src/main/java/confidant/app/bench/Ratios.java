package confidant.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comparisons that the table is about: engine against engine, and each against itself. */
final class Ratios {
  /** By names alone, so that parts measured at different times can be held against each other. */
  private static final List<Rule> RULES =
      List.of(
          new Rule("(prefill \\d+) at depth \\d+", "$1"),
          new Rule("(decode \\d+) at depth [1-9]\\d*", "$1 at depth 0"),
          new Rule("(decode \\d+) beside an endless loop", "$1 at depth 0"),
          new Rule(
              "(decode \\d+ on text that .*)(?<!" + Replay.NO_DRAFTS + ")",
              "$1" + Replay.NO_DRAFTS),
          new Rule("(.*)(?<!" + Bench.ONE_THREAD + ")", "$1" + Bench.ONE_THREAD));

  /**
   * Which figure another is held against, if both were measured.
   *
   * @param against made of the groups of {@code figure}
   */
  private record Rule(Pattern figure, String against) {
    Rule(String figure, String against) {
      this(Pattern.compile(figure), against);
    }

    Optional<String> against(String name) {
      Matcher matcher = figure.matcher(name);
      return matcher.matches() ? Optional.of(matcher.replaceFirst(against)) : Optional.empty();
    }
  }

  private final List<Measurement> measurements;
  private final List<Ratio> ratios = new ArrayList<>();

  private Ratios(List<Measurement> measurements) {
    this.measurements = measurements;
  }

  static List<Ratio> of(List<Measurement> measurements) {
    Ratios all = new Ratios(measurements);
    all.engineAgainstEngine();
    measurements.stream().map(Measurement::engine).distinct().forEach(all::againstItself);
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

  private void againstItself(String engine) {
    List<String> names =
        measurements.stream()
            .filter(each -> each.engine().equals(engine))
            .map(Measurement::name)
            .toList();
    for (Rule rule : RULES) {
      for (String name : names) {
        rule.against(name).ifPresent(other -> add(engine, name, other));
      }
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
