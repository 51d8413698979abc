package confidant.ui;

import confidant.ui.about.AboutViewModel;
import confidant.ui.chat.ConversationViewModel;
import confidant.ui.common.Buttons;
import confidant.ui.common.FileDialogs;
import confidant.ui.common.Icon;
import confidant.ui.common.Texts;
import confidant.ui.models.ModelBadge;
import confidant.ui.models.ModelViewModel;
import confidant.ui.settings.SettingsViewModel;
import confidant.ui.settings.ThemeButton;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The program's name, the model in use, a new conversation, light or dark, and what it all runs on.
 */
final class HeaderView extends HBox {

  HeaderView(
      ConversationViewModel conversation,
      ModelViewModel model,
      SettingsViewModel settings,
      AboutViewModel about,
      FileDialogs dialogs,
      Texts texts) {
    getStyleClass().add("header");
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(USE_PREF_SIZE);
    Label title = new Label(texts.get("window.title"));
    title.getStyleClass().add("program-name");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    setHgrow(space, Priority.ALWAYS);
    Button clear = Buttons.icon(Icon.NEW, texts.get("conversation.new"), conversation::clear);
    clear.setId("new-conversation");
    clear.disableProperty().bind(conversation.canClearProperty().not());
    Button info = Buttons.icon(Icon.INFO, texts.get("about.title"), about::show);
    info.setId("open-about");
    getChildren()
        .addAll(
            title,
            space,
            new ModelBadge(model, dialogs, texts),
            clear,
            ThemeButton.create(settings, texts),
            info);
  }
}
