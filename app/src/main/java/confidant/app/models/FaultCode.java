package confidant.app.models;

import confidant.engine.api.EngineException;

/** Stable names of expected failures of a model, for a message to somebody who helps. */
public final class FaultCode {
  private FaultCode() {}

  /** A name such as {@code E-MODEL-DAMAGED}; it never changes for the same kind of failure. */
  public static String of(EngineException failure) {
    return switch (failure) {
      case EngineException.NotFound _ -> "E-MODEL-MISSING";
      case EngineException.Damaged _ -> "E-MODEL-DAMAGED";
      case EngineException.Unsupported _ -> "E-MODEL-KIND";
      case EngineException.ContextExceeded _ -> "E-CONTEXT-FULL";
      case EngineException.OutOfSpace _ -> "E-NO-SPACE";
      case EngineException.Failed _ -> "E-MODEL-FAILED";
    };
  }
}
