package confidant.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import confidant.engine.SpeedLimits;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static final Machine MACHINE = machine("Test CPU");

  @Test
  void onePartIsTheWhole() throws Exception {
    Result part = part(MACHINE, figure("prefill 512", "ours", 30));
    assertSame(part, Results.merged(List.of(part)));
  }

  @Test
  void figuresOfAllPartsStandInOneTableAndTheLaterCounts() throws Exception {
    Result first =
        part(MACHINE, figure("prefill 512", "ours", 30), figure("decode 32 at depth 0", "ours", 8));
    Result second =
        part(
            MACHINE,
            figure("decode 32 at depth 4096", "ours", 6),
            figure("prefill 512", "ours", 36),
            figure("prefill 512", "theirs", 12));
    Result merged = Results.merged(List.of(first, second));
    assertEquals(
        List.of("prefill 512", "decode 32 at depth 0", "decode 32 at depth 4096", "prefill 512"),
        merged.measurements().stream().map(Measurement::name).toList());
    assertEquals(36, merged.measurements().getFirst().median());
    assertEquals(1, merged.limits().size());
    assertEquals(
        List.of(
            new Ratio("prefill 512: ours against theirs", 3),
            new Ratio("ours: decode 32 at depth 4096 against decode 32 at depth 0", 0.75)),
        merged.ratios());
  }

  @Test
  void whatDraftsBringStandsBelowTheTable() throws Exception {
    Result first = part(MACHINE, figure("decode 160 on text that repeats its prompt", "ours", 20));
    Result second =
        part(MACHINE, figure("decode 160 on text that repeats its prompt, no drafts", "ours", 8));
    assertEquals(
        List.of(
            new Ratio(
                "ours: decode 160 on text that repeats its prompt against decode 160 on text that"
                    + " repeats its prompt, no drafts",
                2.5)),
        Results.merged(List.of(first, second)).ratios());
  }

  @Test
  void partsFromDifferentMachinesAreRefused() {
    Result here = part(MACHINE, figure("prefill 512", "ours", 30));
    Result there = part(machine("Other CPU"), figure("prefill 2048", "ours", 30));
    BenchException refusal =
        assertThrows(BenchException.class, () -> Results.merged(List.of(here, there)));
    assertEquals(
        "model on Test CPU and model on Other CPU cannot be put together; name parts with the same"
            + " model and machine.",
        refusal.getMessage());
  }

  @Test
  void flagsDoNotTellWhereTheProgramLies() {
    assertEquals(
        "-XX:AOTCache=engine.aot", Machine.withoutFolders("-XX:AOTCache=/home/x/engine.aot"));
    assertEquals("--module-path=javafx", Machine.withoutFolders("--module-path=C:\\x y\\javafx"));
    assertFalse(Machine.withoutFolders("-Xmx1g").isEmpty());
  }

  private static Machine machine(String processor) {
    return new Machine(processor, 2, 1L << 34, "Linux 6", "25", "-Xmx1g");
  }

  private static Result part(Machine machine, Measurement... figures) {
    return new Result(
        machine,
        "model",
        Map.of("ours", "ours 1.0"),
        List.of(new SpeedLimits(2, 3e11, 3e10)),
        Arrays.asList(figures),
        List.of());
  }

  private static Measurement figure(String name, String engine, double value) {
    return new Measurement(
        name, Unit.TOKENS_PER_SECOND, engine, List.of(value), List.of(), OptionalDouble.empty());
  }
}
