package confidant.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.app.settings.SettingsStore;
import confidant.app.storage.AppDirs;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextChoiceTest {
  @TempDir private Path folder;

  private SettingsStore settings() {
    return new SettingsStore(new AppDirs(folder, folder, folder));
  }

  @Test
  void theCommandLineCountsUntilThePersonChoosesInTheWindow() {
    SettingsStore settings = settings();
    settings.update(s -> s.withContextTokens(OptionalInt.of(4096)));
    ContextChoice context = new ContextChoice(OptionalInt.of(600), settings);
    assertEquals(OptionalInt.of(600), context.requested());
    context.choose(OptionalInt.of(8192));
    assertEquals(OptionalInt.of(8192), context.requested());
    context.choose(OptionalInt.empty());
    assertEquals(OptionalInt.empty(), context.requested());
  }

  @Test
  void theChoiceIsRemembered() {
    new ContextChoice(OptionalInt.empty(), settings()).choose(OptionalInt.of(16_384));
    ContextChoice later = new ContextChoice(OptionalInt.empty(), settings());
    assertEquals(OptionalInt.of(16_384), later.requested());
  }
}
