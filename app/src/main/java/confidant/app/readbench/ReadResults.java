package confidant.app.readbench;

import confidant.app.bench.Machine;
import confidant.app.bench.Numbers;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * All figures of one measurement.
 *
 * @param machine where it was made
 * @param runs of each file
 * @param notRead files that this program refuses, which nobody was timed with
 */
public record ReadResults(Machine machine, int runs, int notRead, List<Figure> figures) {

  public ReadResults {
    figures = List.copyOf(figures);
  }

  /** As one object. */
  public JsonObject toJson() {
    return JsonValue.object()
        .put("machine", machine.toJson())
        .put("runs", runs)
        .put("not_read", notRead)
        .put("figures", new JsonArray(figures.stream().map(f -> (JsonValue) f.toJson()).toList()))
        .build();
  }

  /** As a table in Markdown, for a terminal and for docs/reading.md alike. */
  public String toTable() {
    StringBuilder text =
        new StringBuilder(
            """
            - machine: %s, %d cores, %s
            - Java: %s
            - %d runs of each file, after some that do not count; %d files left out, since they are refused

            | kind | files | pages | read by | ms a page, median | 95 %% within | peak memory, MiB | against PDFBox |
            | --- | ---: | ---: | --- | ---: | ---: | ---: | ---: |
            """
                .formatted(
                    machine.processor(),
                    machine.cores(),
                    machine.system(),
                    machine.java(),
                    runs,
                    notRead));
    figures.forEach(figure -> text.append(row(figure)).append('\n'));
    return text.toString();
  }

  private String row(Figure figure) {
    return "| %s | %d | %d | %s | %s | %s | %s | %s |"
        .formatted(
            figure.kind().label(),
            figure.files(),
            figure.pages(),
            figure.method(),
            Numbers.of(figure.p50()),
            Numbers.of(figure.p95()),
            figure.peakBytes().isPresent()
                ? String.valueOf(figure.peakBytes().getAsLong() >> 20)
                : "–",
            againstLibrary(figure).map(ratio -> Numbers.of(ratio) + " ×").orElse("–"));
  }

  private Optional<Double> againstLibrary(Figure figure) {
    return figures.stream()
        .filter(other -> other.kind() == figure.kind())
        .filter(other -> other.method().equals(WorkerMethod.LIBRARY))
        .filter(other -> other.p50() > 0)
        .map(other -> figure.p50() / other.p50())
        .findFirst();
  }
}
