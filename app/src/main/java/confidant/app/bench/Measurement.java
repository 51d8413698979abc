package confidant.app.bench;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What one engine reached in one figure.
 *
 * @param name of the figure
 * @param engine who was measured
 * @param runs values in the order they were taken, at least one
 * @param foreignLoad cores that other programs kept busy, per run; empty where it is not known
 * @param shareOfLimit median over the runs of each against what the machine allowed then
 */
public record Measurement(
    String name,
    Unit unit,
    String engine,
    List<Double> runs,
    List<Double> foreignLoad,
    OptionalDouble shareOfLimit) {
  public Measurement {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("\"" + name + "\" has no runs");
    }
    runs = List.copyOf(runs);
    foreignLoad = List.copyOf(foreignLoad);
  }

  public double median() {
    return median(runs);
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  public double min() {
    return runs.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  public double max() {
    return runs.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /** Runs during which other programs took more than 0.15 of a core. */
  public long disturbedRuns() {
    return foreignLoad.stream().filter(cores -> cores > ForeignLoad.DISTURBING).count();
  }
}
