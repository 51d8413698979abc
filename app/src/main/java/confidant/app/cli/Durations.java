package confidant.app.cli;

import java.util.OptionalDouble;

/** Spans of time in words. */
final class Durations {
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private Durations() {}

  /** Such as {@code ", 14 s left"}; empty if unknown. */
  static String left(OptionalDouble seconds) {
    return seconds.isEmpty() ? "" : ", " + words(seconds.getAsDouble()) + " left";
  }

  private static String words(double seconds) {
    long whole = (long) Math.ceil(seconds);
    if (whole < MINUTE) {
      return whole + " s";
    }
    return whole < HOUR
        ? "%d min %d s".formatted(whole / MINUTE, whole % MINUTE)
        : "%d h %d min".formatted(whole / HOUR, whole % HOUR / MINUTE);
  }
}
