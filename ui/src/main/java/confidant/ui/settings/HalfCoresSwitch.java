package confidant.ui.settings;

import confidant.ui.common.Texts;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Leaves half of the cores to other programs, also in the middle of an answer. */
public final class HalfCoresSwitch extends CheckBox {

  public HalfCoresSwitch(SettingsViewModel settings, Texts texts) {
    super(texts.get("cores.half"));
    setId("half-cores");
    setMinWidth(Region.USE_PREF_SIZE);
    setTooltip(new Tooltip(texts.get("cores.help")));
    setAccessibleText(getText());
    selectedProperty().bindBidirectional(settings.halfCoresProperty());
  }
}
