package confidant.app.readbench;

import confidant.app.bench.Machine;
import confidant.app.bench.Numbers;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/**
 * All figures of one measurement.
 *
 * @param machine where it was made
 * @param runs of each file
 * @param notRead files that this program refuses, which nobody was timed with
 */
public record ReadResults(Machine machine, int runs, int notRead, List<Figure> figures) {

  private static final String UNKNOWN = "–";

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
            - full pages are those of papers with more than %d characters a page
            - text PDFs are read with text recognition off, as the others have none

            | kind | files | pages | read by | ms a page, median | 95 %% within | full pages | ms a full page, median | ms for all | peak memory, MiB | against PDFBox: median page | median full page | all pages |
            | --- | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """
                .formatted(
                    machine.processor(),
                    machine.cores(),
                    machine.system(),
                    machine.java(),
                    runs,
                    notRead,
                    Paper.FEW_CHARACTERS));
    figures.forEach(figure -> text.append(row(figure)).append('\n'));
    return text.toString();
  }

  private String row(Figure figure) {
    List<String> cells = new ArrayList<>();
    cells.add(figure.kind().label());
    cells.add(String.valueOf(figure.files()));
    cells.add(String.valueOf(figure.all().pages()));
    cells.add(figure.method());
    cells.add(Numbers.of(figure.all().p50()));
    cells.add(Numbers.of(figure.all().p95()));
    cells.add(String.valueOf(figure.full().pages()));
    cells.add(figure.full().pages() > 0 ? Numbers.of(figure.full().p50()) : UNKNOWN);
    cells.add(Numbers.of(figure.all().sum()));
    OptionalLong peak = figure.peakBytes();
    cells.add(peak.isPresent() ? String.valueOf(peak.getAsLong() >> 20) : UNKNOWN);
    cells.add(againstLibrary(figure, each -> each.all().p50()));
    cells.add(againstLibrary(figure, each -> each.full().p50()));
    cells.add(againstLibrary(figure, each -> each.all().sum()));
    return "| " + String.join(" | ", cells) + " |";
  }

  /** How many times as long as the library a way of reading takes by some measure. */
  private String againstLibrary(Figure figure, ToDoubleFunction<Figure> millis) {
    return figures.stream()
        .filter(other -> other.kind() == figure.kind())
        .filter(other -> other.method().equals(WorkerMethod.LIBRARY))
        .filter(other -> millis.applyAsDouble(other) > 0)
        .map(other -> millis.applyAsDouble(figure) / millis.applyAsDouble(other))
        .findFirst()
        .map(ratio -> Numbers.of(ratio) + " ×")
        .orElse(UNKNOWN);
  }
}
