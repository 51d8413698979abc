package confidant.ui;

import confidant.ui.chat.ConversationViewModel;
import confidant.ui.common.Buttons;
import confidant.ui.common.FileDialogs;
import confidant.ui.common.Icon;
import confidant.ui.common.Texts;
import confidant.ui.models.ModelBadge;
import confidant.ui.settings.ThemeButton;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The program's name, the model in use, a new conversation, light or dark, settings, keys, and what
 * it all runs on.
 */
final class HeaderView extends HBox {

  HeaderView(ConversationViewModel conversation, Pages pages, FileDialogs dialogs, Texts texts) {
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
    Button settings =
        Buttons.icon(Icon.SETTINGS, texts.get("settings.title"), pages.settings()::show);
    settings.setId("open-settings");
    Button help = Buttons.icon(Icon.HELP, texts.get("help.title"), pages.help()::show);
    help.setId("open-help");
    Button info = Buttons.icon(Icon.INFO, texts.get("about.title"), pages.about()::show);
    info.setId("open-about");
    getChildren()
        .addAll(
            title,
            space,
            new ModelBadge(pages.models(), dialogs, texts),
            clear,
            ThemeButton.create(pages.settings(), texts),
            settings,
            help,
            info);
  }
}
