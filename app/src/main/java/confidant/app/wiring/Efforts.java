package confidant.app.wiring;

import confidant.engine.chat.ReasoningEffort;
import confidant.ui.port.Effort;

/** The window's effort and the engine's. */
final class Efforts {
  private Efforts() {}

  static ReasoningEffort toEngine(Effort effort) {
    return switch (effort) {
      case LOW -> ReasoningEffort.LOW;
      case MEDIUM -> ReasoningEffort.MEDIUM;
      case HIGH -> ReasoningEffort.HIGH;
    };
  }

  static Effort toWindow(ReasoningEffort effort) {
    return switch (effort) {
      case LOW -> Effort.LOW;
      case MEDIUM -> Effort.MEDIUM;
      case HIGH -> Effort.HIGH;
    };
  }
}
