package confidant.ui.common;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Buttons that carry an icon, each with a name for those who cannot see it. */
public final class Buttons {
  private Buttons() {}

  /** A flat button with an icon only; {@code name} is its tooltip and what a screen reader says. */
  public static Button icon(Icon icon, String name, Runnable action) {
    Button button = new Button(null, icon.draw());
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.setOnAction(_ -> action.run());
    return button;
  }

  /** A button with words, and an icon before them. */
  public static Button labelled(Icon icon, String words, Runnable action) {
    Button button = new Button(words, icon.draw());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(words);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
