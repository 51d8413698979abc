package confidant.app.cli;

import confidant.engine.EngineOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Opens the window; handed in, so that the command line knows nothing of JavaFX. */
@FunctionalInterface
public interface WindowLauncher {

  /**
   * Opens the window and waits until it is closed.
   *
   * @param files papers to open at once
   * @throws CommandFailure if there is no display
   */
  void open(Request request, List<Path> files) throws CommandFailure;

  /**
   * The choices made on the command line.
   *
   * @param seed of every answer; a new one for each if empty
   */
  record Request(
      Optional<Path> model, OptionalInt contextTokens, EngineOptions engine, OptionalLong seed) {}
}
