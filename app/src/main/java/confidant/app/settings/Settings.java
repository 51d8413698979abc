package confidant.app.settings;

import confidant.engine.chat.ReasoningEffort;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a person chose.
 *
 * @param effort how long the model reasons
 * @param dark whether the window is dark
 * @param halfCores whether half of the cores are left to other programs
 * @param showReasoning whether the model's reasoning is shown and kept
 * @param model the checkpoint last loaded in the window; the embedded one if empty
 */
public record Settings(
    ReasoningEffort effort,
    boolean dark,
    boolean halfCores,
    boolean showReasoning,
    Optional<Path> model) {

  public static Settings defaults() {
    return new Settings(ReasoningEffort.MEDIUM, false, false, false, Optional.empty());
  }

  public Settings withEffort(ReasoningEffort newEffort) {
    return new Settings(newEffort, dark, halfCores, showReasoning, model);
  }

  public Settings withDark(boolean newDark) {
    return new Settings(effort, newDark, halfCores, showReasoning, model);
  }

  public Settings withHalfCores(boolean newHalfCores) {
    return new Settings(effort, dark, newHalfCores, showReasoning, model);
  }

  public Settings withShowReasoning(boolean newShowReasoning) {
    return new Settings(effort, dark, halfCores, newShowReasoning, model);
  }

  public Settings withModel(Path newModel) {
    return new Settings(effort, dark, halfCores, showReasoning, Optional.of(newModel));
  }

  /** How many of {@code threads} may compute, at least 1. */
  public int threadsOf(int threads) {
    return halfCores ? (threads + 1) / 2 : threads;
  }
}
