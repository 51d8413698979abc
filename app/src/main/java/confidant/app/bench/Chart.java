package confidant.app.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A result as a drawing: speeds as bars, engine beside engine, and the curve of growing prompts.
 */
public final class Chart {
  private static final int WIDTH = 820;
  private static final int MARGIN = 24;
  private static final int LABEL_WIDTH = 320;
  private static final int VALUE_WIDTH = 70;
  private static final int BAR_WIDTH = WIDTH - 2 * MARGIN - LABEL_WIDTH - VALUE_WIDTH;
  private static final int BAR_HEIGHT = 14;
  private static final int BAR_GAP = 3;
  private static final int GROUP_GAP = 12;
  private static final int LEGEND_STEP = 160;
  private static final int PLOT_HEIGHT = 220;
  private static final int AXIS_WIDTH = 48;
  private static final int GRID_LINES = 4;
  private static final int LINE = 18;
  private static final double HEADROOM = 1.1;

  /** Told apart by people who see red and green alike too (Okabe and Ito). */
  private static final List<String> COLORS = List.of("#0072b2", "#e69f00");

  private final Result result;
  private final List<String> engines;
  private final StringBuilder body = new StringBuilder();
  private int y = MARGIN;

  private Chart(Result result) {
    this.result = result;
    this.engines = List.copyOf(result.engines().keySet());
  }

  /** The text of an SVG file. */
  public static String svg(Result result) {
    Chart chart = new Chart(result);
    chart.legend();
    chart.bars("Reading, tokens per second", "prefill");
    chart.bars("Writing, tokens per second", "decode");
    chart.curve();
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="system-ui, sans-serif" font-size="12">
    <rect width="100%%" height="100%%" fill="#ffffff"/>
    %s</svg>
    """
        .formatted(WIDTH, chart.y + MARGIN, chart.body);
  }

  private void legend() {
    y += LINE;
    for (int i = 0; i < engines.size(); i++) {
      int x = MARGIN + i * LEGEND_STEP;
      rectangle(x, y - BAR_HEIGHT + 2, BAR_HEIGHT, color(i));
      text(x + BAR_HEIGHT + BAR_GAP * 2, y, "start", engines.get(i));
    }
    y += LINE;
  }

  private void bars(String title, String prefix) {
    List<Measurement> speeds =
        speeds().stream().filter(each -> each.name().startsWith(prefix)).toList();
    if (speeds.isEmpty()) {
      return;
    }
    title(title);
    double most = speeds.stream().mapToDouble(Measurement::median).max().orElseThrow();
    Set<String> names = new LinkedHashSet<>();
    speeds.forEach(speed -> names.add(speed.name()));
    for (String name : names) {
      text(MARGIN, y + BAR_HEIGHT - BAR_GAP, "start", name);
      for (int i = 0; i < engines.size(); i++) {
        bar(find(speeds, name, engines.get(i)), most, color(i));
      }
      y += GROUP_GAP;
    }
  }

  private void bar(Optional<Measurement> speed, double most, String color) {
    if (speed.isEmpty()) {
      return;
    }
    double value = speed.get().median();
    double width = BAR_WIDTH * value / most;
    int left = MARGIN + LABEL_WIDTH;
    rectangle(left, y, width, color);
    text(left + width + 2 * BAR_GAP, y + BAR_HEIGHT - BAR_GAP, "start", Numbers.of(value));
    y += BAR_HEIGHT + BAR_GAP;
  }

  /** Speed over the whole prompt against its length, which grows by factors from left to right. */
  private void curve() {
    List<Measurement> points =
        speeds().stream().filter(each -> each.name().startsWith(WholePrompt.PREFIX)).toList();
    if (points.isEmpty()) {
      return;
    }
    title("Speed over a whole prompt, tokens per second by its length");
    double most = HEADROOM * points.stream().mapToDouble(Measurement::median).max().orElseThrow();
    double shortest = points.stream().mapToDouble(Chart::length).min().orElseThrow();
    double longest = points.stream().mapToDouble(Chart::length).max().orElseThrow();
    Plot plot = new Plot(y, most, Math.log(shortest), Math.log(Math.max(longest, 2 * shortest)));
    for (int i = 0; i <= GRID_LINES; i++) {
      double value = most * i / GRID_LINES;
      line(plot.left(), plot.y(value), WIDTH - MARGIN, plot.y(value));
      text(plot.left() - 2 * BAR_GAP, plot.y(value) + BAR_GAP, "end", Numbers.of(value));
    }
    points.stream()
        .mapToDouble(Chart::length)
        .distinct()
        .forEach(
            length ->
                text(
                    plot.x(length),
                    y + PLOT_HEIGHT + LINE,
                    "middle",
                    Integer.toString((int) length)));
    for (int i = 0; i < engines.size(); i++) {
      String engine = engines.get(i);
      polyline(
          plot, points.stream().filter(each -> each.engine().equals(engine)).toList(), color(i));
    }
    y += PLOT_HEIGHT + LINE;
  }

  /** Where values lie on the page: speed upwards from 0, length to the right by its logarithm. */
  private record Plot(int top, double most, double logShortest, double logLongest) {
    int left() {
      return MARGIN + AXIS_WIDTH;
    }

    double x(double length) {
      double share = (Math.log(length) - logShortest) / (logLongest - logShortest);
      return left() + share * (WIDTH - 2 * MARGIN - left());
    }

    double y(double value) {
      return top + PLOT_HEIGHT * (1 - value / most);
    }
  }

  private static double length(Measurement point) {
    return Double.parseDouble(point.name().substring(WholePrompt.PREFIX.length()));
  }

  private List<Measurement> speeds() {
    return result.measurements().stream()
        .filter(each -> each.unit() == Unit.TOKENS_PER_SECOND)
        .toList();
  }

  private static Optional<Measurement> find(List<Measurement> all, String name, String engine) {
    return all.stream()
        .filter(each -> each.name().equals(name) && each.engine().equals(engine))
        .findFirst();
  }

  private static String color(int engine) {
    return COLORS.get(engine % COLORS.size());
  }

  private void title(String title) {
    y += LINE;
    add(
        "<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s</text>"
            .formatted(MARGIN, y, escaped(title)));
    y += LINE;
  }

  private void rectangle(double x, double top, double width, String color) {
    add(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%d\" rx=\"2\" fill=\"%s\"/>"
            .formatted(at(x), at(top), at(width), BAR_HEIGHT, color));
  }

  private void line(double x1, double y1, double x2, double y2) {
    add("<path d=\"M%s %sL%s %s\" stroke=\"#dddddd\"/>".formatted(at(x1), at(y1), at(x2), at(y2)));
  }

  private void polyline(Plot plot, List<Measurement> points, String color) {
    StringBuilder coordinates = new StringBuilder();
    for (Measurement point : points) {
      String px = at(plot.x(length(point)));
      String py = at(plot.y(point.median()));
      coordinates.append(px).append(',').append(py).append(' ');
      add("<circle cx=\"%s\" cy=\"%s\" r=\"3.5\" fill=\"%s\"/>".formatted(px, py, color));
    }
    add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>"
            .formatted(coordinates.toString().strip(), color));
  }

  private void text(double x, double baseline, String anchor, String text) {
    add(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
            .formatted(at(x), at(baseline), anchor, escaped(text)));
  }

  private void add(String element) {
    body.append(element).append('\n');
  }

  /** A place on the page; SVG wants a point whatever the language. */
  private static String at(double place) {
    return String.format(Locale.ROOT, "%.1f", place);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
