package confidant.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.app.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Folders that cannot be named end the program with a sentence, too. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have other variables")
class MainTest {
  @TempDir private Path home;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @AfterEach
  void restoreTheLog() throws Exception {
    java.util.logging.LogManager.getLogManager().readConfiguration();
  }

  @Test
  void aSettingsFolderWithoutAPossibleName() {
    assertSentence(run(Map.of("XDG_CONFIG_HOME", "/home/a\0b"), "--version"));
  }

  @Test
  void aModelWithoutAPossibleName() {
    assertSentence(run(Map.of("CONFIDANT_MODEL", "/models/a\0b"), "self-test"));
  }

  private int run(Map<String, String> variables, String... args) {
    Map<String, String> environment = new HashMap<>();
    for (String folder : new String[] {"CONFIG", "CACHE", "STATE"}) {
      environment.put("XDG_" + folder + "_HOME", home.resolve(folder).toString());
    }
    environment.putAll(variables);
    Terminal terminal =
        Terminal.of(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            false);
    return Main.run(terminal, environment, args);
  }

  private void assertSentence(int exitCode) {
    String said = err.toString(StandardCharsets.UTF_8);
    assertEquals(2, exitCode, said);
    assertEquals(1, said.lines().count(), said);
    assertTrue(said.contains("a?b' cannot be the name of a file"), said);
  }
}
