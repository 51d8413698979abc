package confidant.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.ModelInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan, run with engines that answer at once that they took seconds. */
class BenchTest {
  private static final int SHRINK = 64;
  private static final long LIMIT_BYTES = 32L << 20;
  private static final int RUNS = 3;
  @TempDir private Path folder;

  @Test
  void figuresAreTokensPerSecondAsTheEngineSaysThem() throws Exception {
    Result result = run(false, Group.PREFILL, Group.DECODE);
    assertEquals(List.of(2.0, 2.0, 2.0), runs(result, "prefill 2"));
    assertEquals(List.of(32.0, 32.0, 32.0), runs(result, "prefill 32"));
    // One token in two seconds: 32 shrunk to less than one is one.
    assertEquals(List.of(0.5, 0.5, 0.5), runs(result, "decode 1 at depth 64"));
    assertEquals(RUNS, result.measurements().getFirst().runs().size());
    assertEquals(Map.of("fake", "fake 1.0, scalar"), result.engines());
  }

  @Test
  void aWholePromptIsTimedThroughAllItsPieces() throws Exception {
    Result result = run(false, Group.GROWTH);
    // Pieces to 2, 8, 32, 128 and 512 tokens, a second each.
    assertEquals(List.of(512 / 5.0), runs(result, "whole prompt of 512"));
    assertEquals(List.of(2.0), runs(result, "whole prompt of 2"));
  }

  @Test
  void figuresThatNeedALongerContextThanAllowedAreLeftOut() throws Exception {
    BenchOptions options = options(false, 100, Group.GROWTH);
    Result result =
        new Bench(
                List.of(FakePeer.launch(folder, "sound")),
                BenchModels.tiny(),
                options,
                line -> {},
                soFar -> {})
            .run();
    assertEquals(List.of(2.0), runs(result, "whole prompt of 2"));
    assertTrue(
        result.measurements().stream().noneMatch(m -> m.name().equals("whole prompt of 128")));
  }

  @Test
  void memoryIsWhatTheEngineHoldsBesideTheFile() throws Exception {
    assertEquals(
        List.of(2.0), runs(run(false, Group.MEMORY), "resident beyond the file, 256 held"));
  }

  @Test
  void aSecondQuestionReadsOnlyItselfUnlessTheEngineForgets() throws Exception {
    run(false, Group.SECOND_QUESTION);
    List<String> sound = requests();
    assertTrue(sound.getLast().startsWith("{\"op\":\"read\""), sound.toString());
    assertEquals("{\"op\":\"truncate\",\"position\":32}", sound.get(sound.size() - 2));
    Files.delete(folder.resolve("requests.log"));

    run("forgets", false, Group.SECOND_QUESTION);
    List<String> forgetful = requests();
    assertEquals("{\"op\":\"truncate\",\"position\":32}", forgetful.get(forgetful.size() - 3));
    assertTrue(
        forgetful.get(forgetful.size() - 2).length() > forgetful.getLast().length(),
        "the paper is read again before the question");
  }

  @Test
  void firstPromptsAndOpeningAreMeasuredOnFreshProcesses() throws Exception {
    Result result = run(false, Group.OPEN, Group.WARM_UP);
    assertEquals(List.of(1.0, 1.0, 1.0), runs(result, "first prompt of 2 against the fifth"));
    assertEquals(List.of(0.5, 0.5, 0.5), runs(result, "open the model"));
    assertEquals(RUNS, runs(result, "start to ready").size());
  }

  @Test
  void enginesThatLiveTogetherTakeTurnsRunByRun() throws Exception {
    Launch first = FakePeer.launch(folder, "sound");
    Launch second = new Launch("other", first.command(), "");
    StringBuilder order = new StringBuilder();
    Bench bench =
        new Bench(
            List.of(first, second),
            BenchModels.tiny(),
            options(true, Group.BUSY),
            line -> order.append(line.startsWith("fake") ? 'f' : 'o'),
            soFar -> {});
    Result result = bench.run();
    assertEquals("fofofofofofo", order.toString());
    assertTrue(
        result.ratios().stream()
            .anyMatch(
                ratio ->
                    ratio.name().equals("decode 1 at depth 0: fake against other")
                        && ratio.value() == 1));
  }

  @Test
  void enginesThatLiveApartTakeTurnsAsProcesses() throws Exception {
    Launch first = FakePeer.launch(folder, "sound");
    Launch second = new Launch("other", first.command(), "");
    StringBuilder order = new StringBuilder();
    new Bench(
            List.of(first, second),
            BenchModels.tiny(),
            options(false, Group.BUSY),
            line -> order.append(line.startsWith("fake") ? 'f' : 'o'),
            soFar -> {})
        .run();
    assertEquals("ffooffooffoo", order.toString());
  }

  @Test
  void whatIsMeasuredIsHandedOverAfterEachRun() throws Exception {
    List<Integer> runs = new ArrayList<>();
    Result result =
        new Bench(
                List.of(FakePeer.launch(folder, "sound")),
                BenchModels.tiny(),
                options(false, Group.OPEN, Group.WARM_UP),
                line -> {},
                soFar ->
                    runs.add(soFar.measurements().stream().mapToInt(m -> m.runs().size()).sum()))
            .run();
    int all = result.measurements().stream().mapToInt(m -> m.runs().size()).sum();
    assertEquals(IntStream.rangeClosed(1, all).boxed().toList(), runs);
  }

  @Test
  void whatCannotBeKeptEndsTheMeasurement() {
    Bench bench =
        new Bench(
            List.of(FakePeer.launch(folder, "sound")),
            BenchModels.tiny(),
            options(false, Group.OPEN),
            line -> {},
            soFar -> {
              throw new BenchException("the disk is full");
            });
    assertEquals("the disk is full", assertThrows(BenchException.class, bench::run).getMessage());
  }

  @Test
  void anEngineThatCannotReplayIsNotAskedTo() throws Exception {
    assertEquals(List.of(), run(false, Group.REPEATS).measurements());
    assertTrue(requests().stream().noneMatch(request -> request.contains("replay")));
  }

  @Test
  void bothEnginesReadTheSameTokensOfTheVocabulary() {
    ModelInfo model = BenchModels.tiny();
    int[] tokens = new Tokens(model.vocabularySize(), 1).range(0, 1000);
    int[] again = new Tokens(model.vocabularySize(), 1).range(500, 1000);
    for (int i = 0; i < again.length; i++) {
      assertEquals(tokens[500 + i], again[i]);
      assertTrue(again[i] >= 0 && again[i] < model.vocabularySize());
    }
    assertNotEquals(
        List.of(tokens[0], tokens[1], tokens[2], tokens[3]),
        java.util.Arrays.stream(new Tokens(model.vocabularySize(), 1).other().range(0, 4))
            .boxed()
            .toList());
  }

  private Result run(boolean together, Group... groups) throws BenchException {
    return run("sound", together, groups);
  }

  private Result run(String behaviour, boolean together, Group... groups) throws BenchException {
    return new Bench(
            List.of(FakePeer.launch(folder, behaviour)),
            BenchModels.tiny(),
            options(together, groups),
            line -> {},
            soFar -> {})
        .run();
  }

  private static BenchOptions options(boolean together, Group... groups) {
    return options(together, 0, groups);
  }

  private static BenchOptions options(boolean together, int context, Group... groups) {
    return new BenchOptions(
        EnumSet.copyOf(List.of(groups)),
        Lengths.dividedBy(SHRINK),
        RUNS,
        together,
        1,
        context,
        LIMIT_BYTES);
  }

  private List<String> requests() throws java.io.IOException {
    return Files.readAllLines(folder.resolve("requests.log"));
  }

  private static List<Double> runs(Result result, String name) {
    return result.measurements().stream()
        .filter(measurement -> measurement.name().equals(name))
        .findFirst()
        .orElseThrow()
        .runs();
  }
}
