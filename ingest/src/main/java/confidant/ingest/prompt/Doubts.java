package confidant.ingest.prompt;

import confidant.ingest.document.Doubt;

/** Words for doubtful readings. */
public final class Doubts {

  private Doubts() {}

  /** Whether a figure is in doubt, which matters more than a letter. */
  public static boolean isFigure(Doubt doubt) {
    return hasDigit(doubt.read()) || hasDigit(doubt.other());
  }

  /** As {@code 201.00 or 291.90}; one reading where there is no other. */
  public static String readings(Doubt doubt) {
    return doubt.other().isEmpty() ? doubt.read() : doubt.read() + " or " + doubt.other();
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }
}
