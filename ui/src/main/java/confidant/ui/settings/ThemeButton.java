package confidant.ui.settings;

import confidant.ui.common.Buttons;
import confidant.ui.common.Icon;
import confidant.ui.common.Texts;
import javafx.scene.control.Button;

/** Changes between light and dark; shows where it leads. */
public final class ThemeButton {
  private ThemeButton() {}

  /** A new button for {@code settings}. */
  public static Button create(SettingsViewModel settings, Texts texts) {
    Button button = Buttons.icon(Icon.MOON, "", () -> settings.switchDark());
    button.setId("theme");
    settings
        .darkProperty()
        .subscribe(
            dark -> {
              button.setGraphic((dark ? Icon.SUN : Icon.MOON).draw());
              String name = texts.get(dark ? "theme.light" : "theme.dark");
              button.setAccessibleText(name);
              button.getTooltip().setText(name);
            });
    return button;
  }
}
