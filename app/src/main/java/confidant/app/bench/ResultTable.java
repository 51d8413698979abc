package confidant.app.bench;

import confidant.engine.SpeedLimits;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/** A result in Markdown: for a terminal and for docs/performance.md alike. */
public final class ResultTable {
  private static final double GIGA = 1e9;
  private static final double GIB = 1L << 30;
  private final Result result;
  private final List<String> engines;

  private ResultTable(Result result) {
    this.result = result;
    this.engines = List.copyOf(result.engines().keySet());
  }

  /** The lines of a result. */
  public static String of(Result result) {
    StringBuilder text = new StringBuilder();
    new ResultTable(result).write(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private void write(Consumer<String> out) {
    header(out);
    out.accept("");
    figures(out);
    List<Ratio> own = ownRatios();
    if (!own.isEmpty()) {
      out.accept("");
      own.forEach(
          ratio -> out.accept("- %s: %s ×".formatted(ratio.name(), Numbers.of(ratio.value()))));
    }
  }

  private void header(Consumer<String> out) {
    Machine machine = result.machine();
    out.accept("- model: " + result.model());
    out.accept(
        "- machine: %s, %d %s, %s GiB, %s"
            .formatted(
                machine.processor(),
                machine.cores(),
                machine.cores() == 1 ? "core" : "cores",
                Numbers.of(machine.memoryBytes() / GIB),
                machine.system()));
    out.accept("- Java: %s; flags: %s".formatted(machine.java(), machine.flags()));
    result.engines().forEach((name, said) -> out.accept("- %s: %s".formatted(name, said)));
    for (SpeedLimits limit : result.limits()) {
      out.accept(
          "- limits, %d %s: %s GFLOP/s float32 multiply-add, %s GB/s read"
              .formatted(
                  limit.threads(),
                  limit.threads() == 1 ? "thread" : "threads",
                  Numbers.of(limit.flopsPerSecond() / GIGA),
                  Numbers.of(limit.bytesPerSecond() / GIGA)));
    }
  }

  private void figures(Consumer<String> out) {
    StringBuilder head = new StringBuilder("| figure | unit |");
    StringBuilder rule = new StringBuilder("| --- | --- |");
    for (String engine : engines) {
      head.append(String.format(Locale.ROOT, " %s | of limit |", engine));
      rule.append(" ---: | ---: |");
    }
    if (engines.size() == 2) {
      head.append(" ratio |");
      rule.append(" ---: |");
    }
    out.accept(head + " disturbed |");
    out.accept(rule + " ---: |");
    Set<String> names = new LinkedHashSet<>();
    result.measurements().forEach(measurement -> names.add(measurement.name()));
    names.forEach(name -> out.accept(row(name)));
  }

  private String row(String name) {
    List<Optional<Measurement>> cells = engines.stream().map(engine -> find(name, engine)).toList();
    Unit unit = cells.stream().flatMap(Optional::stream).findFirst().orElseThrow().unit();
    StringBuilder row = new StringBuilder("| %s | %s |".formatted(name, unit.label()));
    cells.forEach(cell -> row.append(cell.map(ResultTable::cell).orElse(" – | – |")));
    if (engines.size() == 2) {
      boolean both = cells.stream().allMatch(Optional::isPresent);
      row.append(
          both
              ? " %s × |"
                  .formatted(
                      Numbers.of(
                          unit.advantage(
                              cells.getFirst().orElseThrow().median(),
                              cells.getLast().orElseThrow().median())))
              : " – |");
    }
    long runs = cells.stream().flatMap(Optional::stream).mapToLong(c -> c.runs().size()).sum();
    long disturbed =
        cells.stream().flatMap(Optional::stream).mapToLong(Measurement::disturbedRuns).sum();
    return row.append(" %d of %d |".formatted(disturbed, runs)).toString();
  }

  /** Median with least and most, and the share of what the machine allows. */
  private static String cell(Measurement measurement) {
    String median = Numbers.of(measurement.median());
    String spread =
        measurement.runs().size() == 1
            ? ""
            : " (%s–%s)".formatted(Numbers.of(measurement.min()), Numbers.of(measurement.max()));
    OptionalDouble share = measurement.shareOfLimit();
    return " **%s**%s | %s |"
        .formatted(median, spread, share.isPresent() ? Numbers.percent(share.getAsDouble()) : "–");
  }

  private Optional<Measurement> find(String name, String engine) {
    return result.measurements().stream()
        .filter(each -> each.name().equals(name) && each.engine().equals(engine))
        .findFirst();
  }

  /** Those of an engine against itself; the others stand in the table. */
  private List<Ratio> ownRatios() {
    return result.ratios().stream()
        .filter(ratio -> engines.stream().anyMatch(e -> ratio.name().startsWith(e + ": ")))
        .toList();
  }
}
