package confidant.engine.chat;

/** How much the model reasons before it answers; set in the Harmony system message. */
public enum ReasoningEffort {
  LOW,
  MEDIUM,
  HIGH
}
