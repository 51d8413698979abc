package confidant.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContestantTest {
  private static final int CONTEXT = 64;
  @TempDir private Path folder;

  @Test
  void tellsWhatTheEngineAnswers() throws Exception {
    try (Contestant fake = Contestant.start(FakePeer.launch(folder, "sound"), CONTEXT, 2)) {
      assertEquals("fake 1.0, scalar", fake.description());
      assertEquals(0.5, fake.openSeconds());
      assertTrue(fake.startSeconds() > 0);
      assertEquals(1 << 20, fake.memoryWhenReady().anonymous());
      assertEquals(1, fake.read(7, 8, 9));
      assertEquals(2, fake.write(10));
      assertEquals(4, fake.position());
      fake.truncate(3);
      assertEquals(3, fake.position());
      assertEquals(2 << 20, fake.memory().anonymous());
    }
    List<String> requests = Files.readAllLines(folder.resolve("requests.log"));
    assertEquals("{\"op\":\"read\",\"tokens\":[7,8,9]}", requests.getFirst());
    assertEquals("{\"op\":\"truncate\",\"position\":3}", requests.get(2));
  }

  @Test
  void anEngineThatDiesIsNamedWithItsLastWords() throws Exception {
    try (Contestant fake = Contestant.start(FakePeer.launch(folder, "dies"), CONTEXT, 0)) {
      BenchException failure = assertThrows(BenchException.class, () -> fake.read(1));
      assertEquals(
          "fake ended while it was measured and said: fake peer: out of cheese; start it by hand.",
          failure.getMessage());
    }
  }

  @Test
  void whatAnEngineReportsIsPassedOn() {
    assertEquals("fake reports: the model has a beard; start it by hand.", startFailure("refuses"));
  }

  @Test
  void aProgramThatDoesNotSpeakTheProtocolIsSaidTo() {
    String message = startFailure("babbles");
    assertTrue(
        message.startsWith("fake does not speak the protocol of engine/bench/README.md: "),
        message);
  }

  @Test
  void aProgramThatIsNotThereIsSaidTo() {
    Launch missing = new Launch("fake", List.of("/nowhere/fake"), "start it by hand");
    BenchException failure =
        assertThrows(BenchException.class, () -> Contestant.start(missing, CONTEXT, 0));
    assertEquals(
        "fake could not be started with /nowhere/fake; start it by hand.", failure.getMessage());
  }

  private String startFailure(String behaviour) {
    return assertThrows(
            BenchException.class,
            () -> Contestant.start(FakePeer.launch(folder, behaviour), CONTEXT, 0))
        .getMessage();
  }
}
