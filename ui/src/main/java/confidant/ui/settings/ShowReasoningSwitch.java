package confidant.ui.settings;

import confidant.ui.common.Texts;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Shows the model's reasoning, and forgets what was kept of it when it is switched off. */
public final class ShowReasoningSwitch extends CheckBox {

  public ShowReasoningSwitch(SettingsViewModel settings, Texts texts) {
    super(texts.get("reasoning.show"));
    setId("show-reasoning");
    setMinWidth(Region.USE_PREF_SIZE);
    setTooltip(new Tooltip(texts.get("reasoning.help")));
    setAccessibleText(getText());
    selectedProperty().bindBidirectional(settings.showReasoningProperty());
  }
}
