package confidant.app.bench;

import confidant.engine.SpeedLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts of a measurement, taken at different times. */
public final class Results {
  private Results() {}

  /** What identifies a figure. */
  private record Key(String name, String engine) {}

  /**
   * All parts as one. Where two have the same figure of the same engine, the later one counts.
   *
   * @param parts at least one
   * @throws BenchException if they come from different machines or models
   */
  public static Result merged(List<Result> parts) throws BenchException {
    Result last = parts.getLast();
    if (parts.size() == 1) {
      return last;
    }
    Map<String, String> engines = new LinkedHashMap<>();
    Map<Integer, SpeedLimits> limits = new LinkedHashMap<>();
    Map<Key, Measurement> figures = new LinkedHashMap<>();
    for (Result part : parts) {
      if (!part.model().equals(last.model()) || !part.machine().isSame(last.machine())) {
        throw new BenchException(
            "%s on %s and %s on %s cannot be put together; name parts with the same model and machine."
                .formatted(
                    part.model(),
                    part.machine().processor(),
                    last.model(),
                    last.machine().processor()));
      }
      engines.putAll(part.engines());
      part.limits().forEach(limit -> limits.merge(limit.threads(), limit, Ceilings::greater));
      for (Measurement figure : part.measurements()) {
        figures.put(new Key(figure.name(), figure.engine()), figure);
      }
    }
    List<Measurement> measurements = List.copyOf(figures.values());
    return new Result(
        last.machine(),
        last.model(),
        engines,
        List.copyOf(limits.values()),
        measurements,
        Ratios.of(measurements));
  }
}
