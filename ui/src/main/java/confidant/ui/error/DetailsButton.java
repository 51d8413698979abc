package confidant.ui.error;

import atlantafx.base.theme.Styles;
import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Copies the details of a failure, which hold no word of a paper; there while it has a code. */
public final class DetailsButton {
  private DetailsButton() {}

  /**
   * A new button.
   *
   * @param code stable name of what went wrong; empty if it has none
   */
  public static Button of(ObservableStringValue code, Texts texts) {
    Button button = new Button(texts.get("error.copy"));
    button.getStyleClass().addAll(Styles.SMALL, "copy-details");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(button.getText());
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(code.map(name -> texts.get("error.code", name)));
    button.setTooltip(tooltip);
    button.setOnAction(_ -> button.fireEvent(new DetailsEvent(code.get())));
    return Shown.when(code.map(name -> !name.isEmpty()), button);
  }
}
