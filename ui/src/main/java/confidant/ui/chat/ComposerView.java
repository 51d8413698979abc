package confidant.ui.chat;

import atlantafx.base.theme.Styles;
import confidant.ui.common.Buttons;
import confidant.ui.common.Icon;
import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import confidant.ui.settings.EffortSlider;
import confidant.ui.settings.SettingsViewModel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where a question is typed and sent, a summary asked for, and either stopped. */
public final class ComposerView extends VBox {
  private final QuestionField question;

  /**
   * @param open lets the person choose papers
   */
  public ComposerView(
      ConversationViewModel conversation, SettingsViewModel settings, Texts texts, Runnable open) {
    getStyleClass().add("composer");
    question = new QuestionField(conversation, texts);

    Button openButton = Buttons.labelled(Icon.PLUS, texts.get("composer.open"), open);
    openButton.setId("open");
    Button summarise =
        Buttons.labelled(Icon.PAPER, texts.get("composer.summarise"), conversation::summarise);
    summarise.setId("summarise");
    summarise.disableProperty().bind(conversation.canSummariseProperty().not());

    Button send = Buttons.labelled(Icon.SEND, texts.get("composer.send"), conversation::ask);
    send.setId("send");
    send.getStyleClass().add(Styles.ACCENT);
    send.disableProperty().bind(conversation.canAskProperty().not());
    Button stop = Buttons.labelled(Icon.STOP, texts.get("composer.stop"), conversation::stop);
    stop.setId("stop");
    stop.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.DANGER);
    // The button is about to vanish: the keyboard goes back to where the next question is typed.
    stop.visibleProperty()
        .subscribe(
            visible -> {
              if (!visible && stop.isFocused()) {
                question.requestFocus();
              }
            });

    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row =
        new HBox(
            openButton,
            summarise,
            space,
            new EffortSlider(settings, conversation.outlook().outlookProperty(), texts),
            Shown.when(conversation.canStopProperty().not(), send),
            Shown.when(conversation.canStopProperty(), stop));
    row.getStyleClass().add("composer-row");
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            OutlookNotice.create(conversation.outlook(), texts),
            question,
            row,
            new OutlookLine(conversation.outlook(), texts),
            new Announcements(conversation.exchanges(), question, texts));
  }

  /** Puts the keyboard where a question is typed. */
  public void focusQuestion() {
    question.requestFocus();
  }
}
