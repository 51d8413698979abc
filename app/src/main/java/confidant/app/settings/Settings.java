package confidant.app.settings;

import confidant.engine.chat.ReasoningEffort;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a person chose.
 *
 * @param effort how long the model reasons
 * @param dark whether the window is dark
 * @param model the checkpoint last loaded in the window; the embedded one if empty
 */
public record Settings(ReasoningEffort effort, boolean dark, Optional<Path> model) {

  public static Settings defaults() {
    return new Settings(ReasoningEffort.MEDIUM, false, Optional.empty());
  }

  public Settings withEffort(ReasoningEffort newEffort) {
    return new Settings(newEffort, dark, model);
  }

  public Settings withDark(boolean newDark) {
    return new Settings(effort, newDark, model);
  }

  public Settings withModel(Path newModel) {
    return new Settings(effort, dark, Optional.of(newModel));
  }
}
