package confidant.ui.port;

/** What the window remembers. */
public interface SettingsPort {

  Effort effort();

  void setEffort(Effort effort);

  boolean dark();

  void setDark(boolean dark);

  /** Whether the model's reasoning is shown and kept; it is neither unless somebody wants it. */
  boolean showReasoning();

  void setShowReasoning(boolean showReasoning);

  /** Whether half of the cores are left to other programs. */
  boolean halfCores();

  /** Takes effect at once, also on an answer that is being written. */
  void setHalfCores(boolean halfCores);
}
