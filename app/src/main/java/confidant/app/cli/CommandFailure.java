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

  /** Fails unless the value of an option is at least {@code least}. */
  static void unlessAtLeast(String option, int value, int least) throws CommandFailure {
    if (value < least) {
      throw new CommandFailure(
          ExitCode.USAGE, "%s must be %d or more, not %d.".formatted(option, least, value));
    }
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
