package confidant.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.app.storage.AppDirs;
import confidant.engine.chat.ReasoningEffort;
import confidant.ui.port.Language;
import confidant.ui.port.Motion;
import confidant.ui.port.Theme;
import confidant.ui.port.WindowPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
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
                .withLook(new Look(Theme.DARK, 175, true, Motion.REDUCED))
                .withLanguage(Language.GERMAN)
                .withShowReasoning(true)
                .withHalfCores(true)
                .withContextTokens(OptionalInt.of(8192))
                .withWindow(new WindowPlace(-12.5, 40, 900, 640, true))
                .withModel(Optional.of(model)));
    assertEquals(
        new Settings(
            ReasoningEffort.HIGH,
            new Look(Theme.DARK, 175, true, Motion.REDUCED),
            Language.GERMAN,
            true,
            true,
            OptionalInt.of(8192),
            Optional.of(new WindowPlace(-12.5, 40, 900, 640, true)),
            Optional.of(model)),
        store().get());
  }

  @Test
  void theEmbeddedModelCanBeChosenAgain() {
    SettingsStore store = store();
    store.update(s -> s.withModel(Optional.of(folder)));
    store.update(s -> s.withModel(Optional.empty()));
    assertEquals(Optional.empty(), store().get().model());
  }

  @Test
  void whatAnOlderVersionWroteIsUnderstood() throws IOException {
    Files.writeString(file(), "{\"effort\":\"low\",\"dark\":true,\"half_cores\":true}");
    assertEquals(Theme.DARK, store().get().look().theme());
    Files.writeString(file(), "{\"dark\":false}");
    assertEquals(Theme.SYSTEM, store().get().look().theme(), "light was what nobody had chosen");
  }

  @Test
  void textStaysLegibleAndAWindowWithoutAPlaceHasNone() throws IOException {
    Files.writeString(
        file(), "{\"text_percent\":4000,\"context\":-5,\"window\":{\"x\":1,\"y\":2}}");
    Settings read = store().get();
    assertEquals(200, read.look().textPercent());
    assertEquals(OptionalInt.empty(), read.contextTokens());
    assertEquals(Optional.empty(), read.window());
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
  @ValueSource(
      strings = {"", "{", "[]", "{\"effort\":\"extreme\"}", "{\"dark\":1}", "{\"theme\":\"pink\"}"})
  void aDamagedFileIsSetAsideNotLost(String damaged) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(file(), damaged);
    assertEquals(Settings.defaults(), store().get());
    assertEquals(damaged, Files.readString(folder.resolve("settings.damaged.json")));
    assertFalse(Files.exists(file()));
  }

  @Test
  void membersOfANewerProgramAreNoDamage() throws IOException {
    Files.writeString(file(), "{\"half_cores\":true,\"zoom\":2}");
    assertEquals(Settings.defaults().withHalfCores(true), store().get());
  }

  @Test
  void aNameThatCannotBeSpelledOrIsEmptyIsNoModelAndNoDamage() throws IOException {
    for (String name : new String[] {"", "a\\u0000b"}) {
      Files.writeString(file(), "{\"half_cores\":true,\"model\":\"" + name + "\"}");
      assertEquals(Settings.defaults().withHalfCores(true), store().get());
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
