package confidant.app.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.app.settings.SettingsStore;
import confidant.app.storage.AppDirs;
import confidant.engine.api.EngineException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {
  private static final Path OPTION = Path.of("/option.gguf");
  private static final Path VARIABLE = Path.of("/variable.gguf");
  private static final Path REMEMBERED = Path.of("/remembered.gguf");
  @TempDir private Path folder;

  @Test
  void theCommandLineComesFirstThenTheEnvironmentThenTheSettings() throws EngineException {
    SettingsStore settings = new SettingsStore(dirs());
    settings.update(s -> s.withModel(Optional.of(REMEMBERED)));
    Map<String, String> environment = Map.of("CONFIDANT_MODEL", VARIABLE.toString());
    ModelRegistry withBoth = new ModelRegistry(dirs(), settings, environment);
    assertEquals(OPTION, withBoth.choose(Optional.of(OPTION)).path());
    assertEquals(VARIABLE, withBoth.choose(Optional.empty()).path());
    ModelRegistry withSettings = new ModelRegistry(dirs(), settings, Map.of());
    assertEquals(REMEMBERED, withSettings.choose(Optional.empty()).path());
  }

  @Test
  void theEmbeddedModelIsTheLastResort() throws EngineException {
    ModelRegistry registry =
        new ModelRegistry(dirs(), new SettingsStore(dirs()), Map.of("CONFIDANT_MODEL", ""));
    ModelChoice choice = registry.choose(Optional.empty());
    assertEquals(ModelChoice.Source.EMBEDDED, choice.source());
    assertEquals(new EmbeddedModel(dirs()).unpack(), choice);
  }

  private AppDirs dirs() {
    return new AppDirs(folder, folder, folder);
  }
}
