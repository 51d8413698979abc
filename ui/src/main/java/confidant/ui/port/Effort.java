package confidant.ui.port;

/** How long the model reasons before it answers. */
public enum Effort {
  LOW,
  MEDIUM,
  HIGH
}
