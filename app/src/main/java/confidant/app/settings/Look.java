package confidant.app.settings;

import confidant.ui.port.Motion;
import confidant.ui.port.Theme;

/**
 * What the window looks like.
 *
 * @param textPercent size of the text, in percent of the usual one; 85 to 200
 * @param highContrast whether colours are as far apart as they can be
 */
public record Look(Theme theme, int textPercent, boolean highContrast, Motion motion) {
  private static final int SMALLEST_TEXT = 85;
  private static final int LARGEST_TEXT = 200;

  public Look {
    textPercent = Math.clamp(textPercent, SMALLEST_TEXT, LARGEST_TEXT);
  }

  public static Look defaults() {
    return new Look(Theme.SYSTEM, 100, false, Motion.SYSTEM);
  }

  public Look withTheme(Theme newTheme) {
    return new Look(newTheme, textPercent, highContrast, motion);
  }

  public Look withTextPercent(int newPercent) {
    return new Look(theme, newPercent, highContrast, motion);
  }

  public Look withHighContrast(boolean newHighContrast) {
    return new Look(theme, textPercent, newHighContrast, motion);
  }

  public Look withMotion(Motion newMotion) {
    return new Look(theme, textPercent, highContrast, newMotion);
  }
}
