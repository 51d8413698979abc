package confidant.ui;

import confidant.ui.port.WindowPlace;
import confidant.ui.settings.SettingsViewModel;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the window where it was when it was closed, if that is still on a screen. */
final class WindowPlaces {
  /** So much of the window's head must be on a screen, in pixels, to be dragged by. */
  private static final double GRIP = 80;

  private final Stage stage;
  private final SettingsViewModel settings;

  /** Where the window is while it is neither maximised nor minimised. */
  private WindowPlace latest;

  WindowPlaces(Stage stage, SettingsViewModel settings, double width, double height) {
    this.stage = stage;
    this.settings = settings;
    this.latest = new WindowPlace(Double.NaN, Double.NaN, width, height, false);
  }

  /** Before the window is shown. */
  void restore() {
    settings.windowPlace().filter(WindowPlaces::isOnScreen).ifPresent(this::apply);
    stage.xProperty().subscribe(_ -> look());
    stage.yProperty().subscribe(_ -> look());
    stage.widthProperty().subscribe(_ -> look());
    stage.heightProperty().subscribe(_ -> look());
  }

  /** While the window is closed. */
  void remember() {
    if (!Double.isNaN(latest.x())) {
      settings.rememberPlace(
          new WindowPlace(
              latest.x(), latest.y(), latest.width(), latest.height(), stage.isMaximized()));
    }
  }

  private void apply(WindowPlace place) {
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setWidth(place.width());
    stage.setHeight(place.height());
    stage.setMaximized(place.maximized());
    latest = place;
  }

  private void look() {
    if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified()) {
      latest =
          new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    }
  }

  /** A screen may be gone since. */
  private static boolean isOnScreen(WindowPlace place) {
    Rectangle2D head = new Rectangle2D(place.x(), place.y(), Math.max(GRIP, place.width()), GRIP);
    return Screen.getScreens().stream()
        .map(Screen::getVisualBounds)
        .anyMatch(
            screen ->
                Math.min(screen.getMaxX(), head.getMaxX())
                            - Math.max(screen.getMinX(), head.getMinX())
                        >= GRIP
                    && screen.getMinY() <= head.getMinY()
                    && head.getMinY() + GRIP / 2 <= screen.getMaxY());
  }
}
