package confidant.app.settings;

import confidant.engine.chat.ReasoningEffort;
import confidant.ui.port.Language;
import confidant.ui.port.WindowPlace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a person chose. All of it is harmless: nothing tells of papers.
 *
 * @param effort how long the model reasons
 * @param look what the window looks like
 * @param language what it speaks
 * @param showReasoning whether the model's unfiltered working notes are shown
 * @param halfCores whether half of the cores are left to other programs
 * @param contextTokens size of the context; a sensible one if empty
 * @param window where it was when it was closed
 * @param model the checkpoint last loaded in the window; the embedded one if empty
 */
public record Settings(
    ReasoningEffort effort,
    Look look,
    Language language,
    boolean showReasoning,
    boolean halfCores,
    OptionalInt contextTokens,
    Optional<WindowPlace> window,
    Optional<Path> model) {

  public static Settings defaults() {
    return new Settings(
        ReasoningEffort.MEDIUM,
        Look.defaults(),
        Language.SYSTEM,
        false,
        false,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public Settings withEffort(ReasoningEffort newEffort) {
    return new Settings(
        newEffort, look, language, showReasoning, halfCores, contextTokens, window, model);
  }

  public Settings withLook(Look newLook) {
    return new Settings(
        effort, newLook, language, showReasoning, halfCores, contextTokens, window, model);
  }

  public Settings withLanguage(Language newLanguage) {
    return new Settings(
        effort, look, newLanguage, showReasoning, halfCores, contextTokens, window, model);
  }

  public Settings withShowReasoning(boolean newShowReasoning) {
    return new Settings(
        effort, look, language, newShowReasoning, halfCores, contextTokens, window, model);
  }

  public Settings withHalfCores(boolean newHalfCores) {
    return new Settings(
        effort, look, language, showReasoning, newHalfCores, contextTokens, window, model);
  }

  public Settings withContextTokens(OptionalInt newContext) {
    return new Settings(
        effort, look, language, showReasoning, halfCores, newContext, window, model);
  }

  public Settings withWindow(WindowPlace newPlace) {
    return new Settings(
        effort,
        look,
        language,
        showReasoning,
        halfCores,
        contextTokens,
        Optional.of(newPlace),
        model);
  }

  /** Another checkpoint; the embedded one if empty. */
  public Settings withModel(Optional<Path> newModel) {
    return new Settings(
        effort, look, language, showReasoning, halfCores, contextTokens, window, newModel);
  }

  /** How many of {@code threads} may compute, at least 1. */
  public int threadsOf(int threads) {
    return halfCores ? (threads + 1) / 2 : threads;
  }
}
