package confidant.ui.chat;

import confidant.ui.common.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Where a question is typed: Enter asks it, Shift+Enter begins a new line. Shortcut+Enter ends the
 * reasoning of the answer on its way.
 */
final class QuestionField extends TextArea {
  private static final int MIN_ROWS = 2;
  private static final int MAX_ROWS = 6;

  QuestionField(ConversationViewModel conversation, Texts texts) {
    setId("question");
    setWrapText(true);
    setPromptText(texts.get("composer.prompt"));
    setAccessibleText(texts.get("composer.question"));
    textProperty().bindBidirectional(conversation.draftProperty());
    prefRowCountProperty()
        .bind(
            Bindings.createIntegerBinding(
                () -> Math.clamp(getText().lines().count() + 1, MIN_ROWS, MAX_ROWS),
                textProperty()));
    addEventFilter(KeyEvent.KEY_PRESSED, event -> press(event, conversation));
  }

  private void press(KeyEvent event, ConversationViewModel conversation) {
    if (event.getCode() == KeyCode.TAB) {
      // Nobody types a tab into a question; the keyboard must find its way out.
      requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
      replaceSelection("\n");
    } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      conversation.answerNow();
    } else if (event.getCode() == KeyCode.ENTER) {
      conversation.ask();
    } else {
      return;
    }
    event.consume();
  }
}
