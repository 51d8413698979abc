package confidant.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import confidant.ui.settings.SettingsViewModel;
import confidant.ui.settings.SystemPreferences;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Dresses the window: AtlantaFX's Primer, light or dark, this program's own style sheet, and above
 * it what the person wants otherwise.
 */
public final class ThemeManager {
  /** The size that the theme gives to text, in pixels. */
  private static final double USUAL_TEXT = 14;

  /** From here on the window's room gets scarce. */
  private static final int LARGE_PERCENT = 150;

  /** Between icon and words, in pixels. */
  private static final double USUAL_GAP = 4;

  /** Width of an icon, in pixels. */
  private static final double ICON = 12;

  private ThemeManager() {}

  /** What the operating system says; follows it. On the JavaFX thread. */
  public static SystemPreferences system() {
    Platform.Preferences preferences = Platform.getPreferences();
    return new SystemPreferences(
        preferences.colorSchemeProperty().map(ColorScheme.DARK::equals),
        preferences.reducedMotionProperty());
  }

  /** Dresses {@code scene} as {@code settings} say from now on. */
  public static void dress(Scene scene, SettingsViewModel settings) {
    settings
        .darkProperty()
        .subscribe(
            dark -> {
              Theme theme = dark ? new PrimerDark() : new PrimerLight();
              // For the whole program, since menus and tooltips are windows of their own.
              Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
              scene.getPreferences().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
              scene.getStylesheets().setAll(sheets(settings));
            });
    settings
        .textPercentProperty()
        .subscribe((_, _) -> scene.getStylesheets().setAll(sheets(settings)));
    settings
        .highContrastProperty()
        .subscribe((_, _) -> scene.getStylesheets().setAll(sheets(settings)));
    settings
        .reducedMotionProperty()
        .subscribe(less -> scene.getPreferences().setReducedMotion(less));
  }

  private static List<String> sheets(SettingsViewModel settings) {
    List<String> sheets = new ArrayList<>();
    sheets.add(resource("window.css"));
    if (settings.highContrastProperty().get()) {
      sheets.add(resource("contrast.css"));
      sheets.add(
          resource(settings.darkProperty().get() ? "contrast-dark.css" : "contrast-light.css"));
    }
    int percent = settings.textPercentProperty().get();
    if (percent >= LARGE_PERCENT) {
      sheets.add(resource("large.css"));
    }
    sheets.add(textSize(percent));
    return sheets;
  }

  private static String resource(String name) {
    URL sheet = Objects.requireNonNull(ThemeManager.class.getResource(name));
    return sheet.toExternalForm();
  }

  /** A sheet rather than a style of the root, so that menus and tooltips follow. */
  private static String textSize(int percent) {
    double scale = percent / 100.0;
    // Icons grow by a scale, for which layout leaves no room by itself.
    double gap = USUAL_GAP + (scale - 1) * ICON;
    String rules =
        String.format(
            Locale.ROOT,
            ".root { -fx-font-size: %1$.2fpx; }"
                + " .icon { -fx-scale-x: %2$.2f; -fx-scale-y: %2$.2f; }"
                + " .icon.empty-drawing { -fx-scale-x: 3; -fx-scale-y: 3; }"
                + " .button { -fx-graphic-text-gap: %3$.1fpx; }"
                + " .document-head { -fx-spacing: %4$.1fpx; }",
            USUAL_TEXT * scale,
            scale,
            gap,
            gap + USUAL_GAP);
    byte[] bytes = rules.getBytes(StandardCharsets.US_ASCII);
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
  }
}
