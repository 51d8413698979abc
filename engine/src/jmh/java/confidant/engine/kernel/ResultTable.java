package confidant.engine.kernel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The outcome as a table in Markdown: scalar and vector side by side. */
final class ResultTable {
  private static final String NOT_MEASURED = "–";
  private static final double MEDIAN = 50;
  private static final double MICROS = 1e6;
  private static final double GIGA = 1e9;
  private static final double PERCENT = 100;

  /** Columns of words come first; numbers are put to the right. */
  private static final int WORDS = 3;

  private static final List<String> HEADER =
      List.of(
          "kernel",
          "weights",
          "shape",
          "scalar µs",
          "vector µs",
          "ratio",
          "vector does",
          "of limit",
          "limit");

  private ResultTable() {}

  /** Both sides of a comparison, as far as they were measured. */
  private static final class Pair {
    private @Nullable RunResult scalar;
    private @Nullable RunResult vector;
  }

  static String of(Collection<RunResult> results) {
    Map<Work, Pair> pairs = new LinkedHashMap<>();
    for (RunResult result : results) {
      Pair pair = pairs.computeIfAbsent(Work.of(result.getParams()), work -> new Pair());
      if (result.getParams().getParam(Arithmetic.PARAMETER).equals(Arithmetic.SCALAR)) {
        pair.scalar = result;
      } else {
        pair.vector = result;
      }
    }
    List<List<String>> cells =
        Stream.concat(
                Stream.of(HEADER),
                pairs.entrySet().stream().map(row -> cells(row.getKey(), row.getValue())))
            .toList();
    return render(cells);
  }

  private static List<String> cells(Work work, Pair pair) {
    double scalar = micros(pair.scalar);
    double vector = micros(pair.vector);
    double rate = work.amount() * MICROS / vector;
    double limit = limit(pair.vector);
    return List.of(
        work.kernel(),
        work.weights(),
        work.shape(),
        number("%.1f", scalar),
        number("%.1f", vector),
        number("%.1f", scalar / vector),
        number("%.1f " + work.limit().unit(), rate / GIGA),
        number("%.0f %%", PERCENT * rate / limit),
        number("%.0f " + work.limit().unit() + " " + work.limit().label(), limit / GIGA));
  }

  /** Median of a call's time; not a number if there is none. */
  private static double micros(@Nullable RunResult result) {
    return result == null
        ? Double.NaN
        : result.getPrimaryResult().getStatistics().getPercentile(MEDIAN);
  }

  private static double limit(@Nullable RunResult result) {
    Result<?> limit = result == null ? null : result.getSecondaryResults().get(LimitProfiler.LABEL);
    return limit == null ? Double.NaN : limit.getScore();
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? NOT_MEASURED : String.format(Locale.ROOT, format, value);
  }

  private static String render(List<List<String>> rows) {
    int[] widths =
        IntStream.range(0, HEADER.size())
            .map(c -> rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
            .toArray();
    String rule =
        IntStream.range(0, widths.length)
            .mapToObj(c -> c < WORDS ? "-".repeat(widths[c]) : "-".repeat(widths[c] - 1) + ":")
            .collect(Collectors.joining(" | ", "| ", " |\n"));
    String header = line(rows.getFirst(), widths);
    return rows.stream()
        .skip(1)
        .map(row -> line(row, widths))
        .collect(Collectors.joining("", header + rule, ""));
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(c -> padded(row.get(c), widths[c], c < WORDS))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String padded(String cell, int width, boolean left) {
    String space = " ".repeat(width - cell.length());
    return left ? cell + space : space + cell;
  }
}
