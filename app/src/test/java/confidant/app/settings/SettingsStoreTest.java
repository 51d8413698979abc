package confidant.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.app.storage.AppDirs;
import confidant.engine.chat.ReasoningEffort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
  @TempDir private Path folder;

  @Test
  void startsWithTheDefaultsAndWritesNothing() throws IOException {
    assertEquals(Settings.defaults(), store().get());
    assertFalse(Files.exists(file()));
  }

  @Test
  void remembersWhatWasChosen() {
    Path model = folder.resolve("models/gpt-oss-20b – größer.gguf");
    SettingsStore store = store();
    store.update(
        s ->
            s.withEffort(ReasoningEffort.HIGH)
                .withDark(true)
                .withHalfCores(true)
                .withShowReasoning(true)
                .withModel(model));
    Settings read = store().get();
    assertEquals(ReasoningEffort.HIGH, read.effort());
    assertEquals(true, read.dark());
    assertEquals(true, read.halfCores());
    assertEquals(true, read.showReasoning());
    assertEquals(model, read.model().orElseThrow());
  }

  @Test
  void halfOfTheCoresIsNeverNone() {
    Settings half = Settings.defaults().withHalfCores(true);
    assertEquals(1, half.threadsOf(1));
    assertEquals(1, half.threadsOf(2));
    assertEquals(2, half.threadsOf(3));
    assertEquals(4, half.threadsOf(8));
    assertEquals(8, Settings.defaults().threadsOf(8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"effort\":\"extreme\"}", "{\"dark\":1}"})
  void aDamagedFileIsSetAsideNotLost(String damaged) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(file(), damaged);
    assertEquals(Settings.defaults(), store().get());
    assertEquals(damaged, Files.readString(folder.resolve("settings.damaged.json")));
    assertFalse(Files.exists(file()));
  }

  @Test
  void membersOfANewerProgramAreNoDamage() throws IOException {
    Files.writeString(file(), "{\"dark\":true,\"zoom\":2}");
    assertEquals(Settings.defaults().withDark(true), store().get());
  }

  @Test
  void aNameThatCannotBeSpelledOrIsEmptyIsNoModelAndNoDamage() throws IOException {
    for (String name : new String[] {"", "a\\u0000b"}) {
      Files.writeString(file(), "{\"dark\":true,\"model\":\"" + name + "\"}");
      assertEquals(Settings.defaults().withDark(true), store().get());
    }
  }

  @Test
  @Timeout(10)
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no named pipes among the files")
  void aPipeInTheirPlaceIsNotWaitedFor() throws Exception {
    assertEquals(0, new ProcessBuilder("mkfifo", file().toString()).start().waitFor());
    assertEquals(Settings.defaults(), store().get());
    assertTrue(Files.exists(file()));
  }

  private SettingsStore store() {
    return new SettingsStore(new AppDirs(folder, folder, folder));
  }

  private Path file() {
    return folder.resolve("settings.json");
  }
}
