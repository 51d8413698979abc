package confidant.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/** Dresses the window: AtlantaFX's Primer, light or dark, and this program's own style sheet. */
public final class ThemeManager {
  private ThemeManager() {}

  /** Dresses {@code scene}, light or dark as {@code dark} says from now on. */
  public static void dress(Scene scene, ObservableValue<Boolean> dark) {
    URL sheet = Objects.requireNonNull(ThemeManager.class.getResource("window.css"));
    scene.getStylesheets().add(sheet.toExternalForm());
    dark.subscribe(
        isDark -> {
          Theme theme = isDark ? new PrimerDark() : new PrimerLight();
          // For the whole program, since menus and tooltips are windows of their own.
          Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        });
  }
}
