package confidant.ui.settings;

import confidant.ui.common.Texts;
import confidant.ui.port.Effort;
import confidant.ui.port.Outlook;
import java.util.Locale;

/**
 * Names of efforts, and about how long an answer takes with them: no more exactly than is known.
 */
final class EffortWords {
  private static final double MINUTE_S = 60;

  /** From here on minutes are told. */
  private static final double MINUTES_FROM_S = 90;

  /** Seconds are told in steps of these, at least one. */
  private static final double SHORT_STEP_S = 5;

  private static final double LONG_STEP_S = 10;
  private static final double LONG_FROM_S = 30;

  private final Texts texts;

  EffortWords(Texts texts) {
    this.texts = texts;
  }

  String name(Effort effort) {
    return texts.get("effort." + effort.name().toLowerCase(Locale.ROOT));
  }

  /** About how long an answer takes; a dash if nothing is known. */
  String duration(Effort effort, Outlook outlook) {
    Double seconds = outlook.seconds().get(effort);
    if (seconds == null) {
      return texts.get("effort.unknown");
    }
    if (seconds >= MINUTES_FROM_S) {
      return texts.get("effort.minutes", Math.round(seconds / MINUTE_S));
    }
    double step = seconds < LONG_FROM_S ? SHORT_STEP_S : LONG_STEP_S;
    return texts.get("effort.seconds", Math.max(1, Math.round(seconds / step)) * step);
  }

  /** Name and duration. */
  String both(Effort effort, Outlook outlook) {
    return texts.get("effort.both", name(effort), duration(effort, outlook));
  }
}
