package confidant.app.cli;

import confidant.app.models.ModelRegistry;
import confidant.app.settings.SettingsStore;
import confidant.app.storage.FailureLog;

/**
 * What commands work with.
 *
 * @param interruption Ctrl-C
 */
public record CommandContext(
    Terminal terminal,
    ModelRegistry models,
    SettingsStore settings,
    FailureLog failures,
    Interruption interruption) {

  /** A message for the person, apart from the answer. */
  void say(String sentence) {
    terminal.err().println(Printable.line(sentence));
    terminal.err().flush();
  }
}
