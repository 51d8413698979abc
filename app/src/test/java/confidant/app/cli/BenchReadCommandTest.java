package confidant.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.json.Json;
import confidant.engine.json.JsonValue.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReadCommandTest {
  private static final String PAYSLIP = CommandRun.paper("payslip__paystub_gusto.pdf").toString();
  @TempDir private Path home;

  @Test
  void measuresEveryKindBesideTheLibrary() throws IOException {
    Path text = Files.writeString(home.resolve("a.txt"), "Total 12.50");
    Path broken = Files.writeString(home.resolve("b.pdf"), "no PDF");
    Path out = home.resolve("result.json");
    CommandRun run =
        CommandRun.of(
            home,
            "bench",
            "read",
            "--runs=1",
            "--json",
            "--out=" + out,
            PAYSLIP,
            text.toString(),
            broken.toString());
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(run.out(), Files.readString(out));
    JsonObject result = Json.parseObject(run.out());
    assertEquals(Optional.of(1), result.integer("not_read"));
    List<JsonObject> figures = result.array("figures").orElseThrow().objects();
    assertTrue(
        figures.stream()
            .map(f -> f.string("kind").orElse("") + ", " + f.string("method").orElse(""))
            .toList()
            .containsAll(List.of("text PDF, Confidant", "text PDF, PDFBox", "text, Confidant")));
    for (JsonObject figure : figures) {
      assertTrue(figure.number("p50_ms_per_page").orElseThrow() > 0, run.out());
      assertTrue(figure.number("p95_ms_per_page").orElseThrow() > 0, run.out());
      assertTrue(figure.number("ms").orElseThrow() > 0, run.out());
    }
  }

  @Test
  void theTableSetsAllBesideTheLibrary() throws IOException {
    CommandRun run = CommandRun.of(home, "bench", "read", "--runs=1", PAYSLIP);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("| text PDF | 1 | 1 | PDFBox |"), run.out());
    assertTrue(run.out().contains("1.00 ×"), run.out());
  }

  @Test
  void saysWhatCannotBeMeasured() {
    assertEquals(
        ExitCode.USAGE.code(),
        CommandRun.of(home, "bench", "read", "--runs=0", PAYSLIP).exitCode());
    assertEquals(
        ExitCode.USAGE.code(),
        CommandRun.of(home, "bench", "read", "--pages=1", PAYSLIP).exitCode());
    assertEquals(ExitCode.USAGE.code(), CommandRun.of(home, "bench", "read").exitCode());
  }

  @Test
  void saysBeforeMeasuringThatTheResultCannotBeWritten() {
    Path out = home.resolve("missing/out.json");
    CommandRun run = CommandRun.of(home, "bench", "read", "--out=" + out, PAYSLIP);
    assertEquals(ExitCode.INPUT_OUTPUT.code(), run.exitCode());
    assertTrue(run.err().contains("cannot be written to " + out), run.err());
    assertEquals("", run.out());
  }
}
