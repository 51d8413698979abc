package confidant.app.wiring;

import confidant.app.settings.SettingsStore;
import java.util.OptionalInt;

/**
 * Which context was asked for: the command line's until the person chooses one in the window.
 * Thread-safe.
 */
final class ContextChoice {
  private final SettingsStore settings;
  private volatile OptionalInt commandLine;

  ContextChoice(OptionalInt commandLine, SettingsStore settings) {
    this.commandLine = commandLine;
    this.settings = settings;
  }

  /** Tokens asked for; empty if a sensible size is to be found. */
  OptionalInt requested() {
    OptionalInt started = commandLine;
    return started.isPresent() ? started : settings.get().contextTokens();
  }

  /** From now on {@code tokens}; a sensible size if empty. */
  void choose(OptionalInt tokens) {
    settings.update(s -> s.withContextTokens(tokens));
    commandLine = OptionalInt.empty();
  }
}
