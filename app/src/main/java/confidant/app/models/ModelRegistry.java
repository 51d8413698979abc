package confidant.app.models;

import confidant.app.settings.SettingsStore;
import confidant.app.storage.AppDirs;
import confidant.engine.api.EngineException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Decides which checkpoint is used. */
public final class ModelRegistry {
  private static final String VARIABLE = "CONFIDANT_MODEL";
  private final SettingsStore settings;
  private final Map<String, String> environment;
  private final EmbeddedModel embedded;

  public ModelRegistry(AppDirs dirs, SettingsStore settings, Map<String, String> environment) {
    this.settings = settings;
    this.environment = environment;
    this.embedded = new EmbeddedModel(dirs);
  }

  /**
   * The command line's choice, else that of the environment variable {@code CONFIDANT_MODEL}, else
   * the one in the settings, else the embedded model.
   */
  public ModelChoice choose(Optional<Path> commandLine) throws EngineException {
    if (commandLine.isPresent()) {
      return new ModelChoice(commandLine.get(), ModelChoice.Source.COMMAND_LINE);
    }
    String variable = environment.getOrDefault(VARIABLE, "");
    if (!variable.isEmpty()) {
      return new ModelChoice(Path.of(variable), ModelChoice.Source.ENVIRONMENT);
    }
    Optional<Path> remembered = settings.get().model();
    if (remembered.isPresent()) {
      return new ModelChoice(remembered.get(), ModelChoice.Source.SETTINGS);
    }
    return embedded();
  }

  /** The model inside the program. */
  public ModelChoice embedded() throws EngineException {
    return embedded.unpack();
  }
}
