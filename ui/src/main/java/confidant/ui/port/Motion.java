package confidant.ui.port;

/** Whether things in the window may move. */
public enum Motion {
  /** As the operating system says. */
  SYSTEM,
  FULL,
  REDUCED
}
