package confidant.ui.port;

/** Whether the window is light or dark. */
public enum Theme {
  /** As the operating system is, also when that changes. */
  SYSTEM,
  LIGHT,
  DARK
}
