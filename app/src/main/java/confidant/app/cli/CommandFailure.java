package confidant.app.cli;

import java.io.Serial;

/** An expected failure of a command: one sentence for the person, and the code to end with. */
public final class CommandFailure extends Exception {
  @Serial private static final long serialVersionUID = 1L;
  private final ExitCode exitCode;

  public CommandFailure(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
