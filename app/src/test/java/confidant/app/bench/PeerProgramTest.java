package confidant.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerProgramTest {
  private static final Path MODEL = Path.of("/models/m.gguf");
  @TempDir private Path sources;

  @Test
  void llamaIsItsScriptWithTheOptionsThatFollowItsName() throws Exception {
    Path bench = script();
    Files.createDirectories(bench.resolve("node_modules").resolve("node-llama-cpp"));
    Launch launch = launch("llama.cpp --batch 2048", List.of("--avx2"));
    assertEquals("llama.cpp", launch.engine());
    assertEquals(
        List.of(
            "node",
            bench.resolve("llama.mjs").toString(),
            "--batch",
            "2048",
            "--model",
            MODEL.toString(),
            "--avx2"),
        launch.command());
    assertEquals(
        List.of("--context", "512", "--threads", "2"),
        launch.commandLine(512, 2).subList(launch.command().size(), launch.command().size() + 4));
  }

  @Test
  void llamaThatIsNotInstalledIsSaidWithTheCommandThatInstallsIt() throws Exception {
    Path bench = script();
    BenchException failure =
        assertThrows(BenchException.class, () -> launch("llama.cpp", List.of()));
    assertEquals(
        "llama.cpp is not installed in %s; install it with: npm ci --ignore-scripts --prefix %s"
            .formatted(bench, bench),
        failure.getMessage());
  }

  @Test
  void withoutSourcesThereIsNoScript() {
    BenchException failure =
        assertThrows(BenchException.class, () -> launch("llama.cpp", List.of()));
    assertTrue(failure.getMessage().contains("start in the folder of Confidant's sources"));
  }

  @Test
  void anyOtherWordIsACommand() throws Exception {
    Launch launch = launch("/opt/peer/run --fast", List.of());
    assertEquals("run", launch.engine());
    assertEquals(List.of("/opt/peer/run", "--fast", "--model", MODEL.toString()), launch.command());
  }

  private Launch launch(String against, List<String> options) throws BenchException {
    Path below = sources.resolve("app").resolve("target");
    return PeerProgram.launch(against, MODEL, options, List.of(below));
  }

  private Path script() throws IOException {
    Path bench = Files.createDirectories(sources.resolve("engine").resolve("bench"));
    Files.writeString(bench.resolve("llama.mjs"), "");
    return bench;
  }
}
