package confidant.ui.chat;

import confidant.ui.chat.ExchangeViewModel.State;
import confidant.ui.common.Texts;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;

/**
 * Tells those who hear the window when an answer begins and when it has ended. JavaFX has no live
 * regions: the words are those of a text that nobody sees, and of the help of the field where the
 * keyboard is while an answer comes, for both of which readers are told of changes.
 */
final class Announcements extends Label {
  private final Texts texts;
  private final AnswerStatus status;

  /**
   * @param exchanges the conversation; the state of each new one is followed until it is final
   * @param focused where the keyboard usually is
   */
  Announcements(ObservableList<ExchangeViewModel> exchanges, Node focused, Texts texts) {
    this.texts = texts;
    status = new AnswerStatus(texts);
    setId("announcement");
    getStyleClass().add("announcement");
    setAccessibleRole(AccessibleRole.TEXT);
    setManaged(false);
    setMouseTransparent(true);
    focused.accessibleHelpProperty().bind(textProperty());
    ListChangeListener<ExchangeViewModel> added =
        change -> {
          while (change.next()) {
            change.getAddedSubList().forEach(this::follow);
          }
        };
    exchanges.addListener(added);
  }

  private void follow(ExchangeViewModel exchange) {
    if (!exchange.stateProperty().get().isFinal()) {
      exchange.stateProperty().subscribe((_, now) -> tell(exchange, now));
    }
  }

  private void tell(ExchangeViewModel exchange, State state) {
    switch (state) {
      case ANSWERING -> say(texts.get("announce.begins"));
      case ENDED -> say(texts.get("announce.ended", status.of(exchange)));
      case FAILED -> say(exchange.failureProperty().get());
      case PREPARING, WAITING_FOR_MODEL, READING_PROMPT, THINKING, STOPPING -> {}
    }
  }

  private void say(String words) {
    setText(words);
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }
}
