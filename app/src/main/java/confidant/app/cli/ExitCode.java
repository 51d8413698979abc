package confidant.app.cli;

import confidant.engine.api.EngineException;
import confidant.ingest.ReadResult;

/** What the program tells the shell when it ends; the README lists them. */
public enum ExitCode {
  OK(0),
  /** Something that should not happen; the message has a code, the log the place. */
  UNEXPECTED(1),
  /** The command line cannot be understood. */
  USAGE(2),
  /** A paper is missing or cannot be read from the disk. */
  PAPER_NOT_READABLE(3),
  /** A paper was read but is refused: empty, encrypted, damaged, without text, of another kind. */
  PAPER_REFUSED(4),
  MODEL_NOT_FOUND(5),
  MODEL_DAMAGED(6),
  MODEL_UNSUPPORTED(7),
  PROMPT_TOO_LONG(8),
  /** Not enough disk or memory. */
  OUT_OF_SPACE(9),
  /** There is no display for the window. */
  NO_DISPLAY(10),
  /** No JDK 25 or later; only the launchers end so. */
  NO_JDK(11),
  /** The program could not be built; only the launchers end so. */
  BUILD_FAILED(12),
  /** A file that was fine so far could not be read or written. */
  INPUT_OUTPUT(13),
  /** Ctrl-C. */
  INTERRUPTED(130),
  /** Whoever read the answer went away. */
  OUTPUT_CLOSED(141);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** Whether it says something about one paper, so that others may still be read. */
  boolean isAboutPaper() {
    return this == PAPER_NOT_READABLE || this == PAPER_REFUSED;
  }

  static ExitCode of(EngineException failure) {
    return switch (failure) {
      case EngineException.NotFound e -> MODEL_NOT_FOUND;
      case EngineException.Damaged e -> MODEL_DAMAGED;
      case EngineException.Unsupported e -> MODEL_UNSUPPORTED;
      case EngineException.ContextExceeded e -> PROMPT_TOO_LONG;
      case EngineException.OutOfSpace e -> OUT_OF_SPACE;
      case EngineException.Failed e -> INPUT_OUTPUT;
    };
  }

  static ExitCode of(ReadResult.Reason reason) {
    return switch (reason) {
      case NOT_FOUND, NOT_READABLE -> PAPER_NOT_READABLE;
      case EMPTY, ENCRYPTED, DAMAGED, UNSUPPORTED, NO_TEXT, TOO_LARGE -> PAPER_REFUSED;
      case CANCELLED -> INTERRUPTED;
    };
  }
}
