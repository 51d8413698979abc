package confidant.ui.port;

/** The language that the window speaks. */
public enum Language {
  /** The computer's, or English where the window does not speak it. */
  SYSTEM,
  ENGLISH,
  GERMAN
}
