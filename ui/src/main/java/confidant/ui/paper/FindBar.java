package confidant.ui.paper;

import confidant.ui.common.Buttons;
import confidant.ui.common.Icon;
import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Where words to look for are typed; Enter goes to the next place, Escape ends it. */
final class FindBar extends HBox {
  private final FindViewModel find;
  private final TextField field = new TextField();

  FindBar(FindViewModel find, Texts texts) {
    this.find = find;
    setId("find-bar");
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    field.setId("find-words");
    field.setPromptText(texts.get("paper.find"));
    field.setAccessibleText(texts.get("paper.find"));
    field.textProperty().bindBidirectional(find.wordsProperty());
    HBox.setHgrow(field, Priority.ALWAYS);
    Button close = Buttons.icon(Icon.CLOSE, texts.get("paper.find-close"), find::close);
    close.setId("find-close");
    getChildren().addAll(field, new PlacesBar("paper-find", find.hits(), texts), close);
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    Shown.when(find.openProperty(), this);
    find.openProperty().subscribe(open -> focus(open));
  }

  private void focus(boolean open) {
    if (open) {
      field.requestFocus();
      field.selectAll();
    }
  }

  /** Puts the keyboard where words are typed, also if they are looked for already. */
  void focusWords() {
    focus(true);
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      find.close();
    } else if (event.getCode() == KeyCode.ENTER && field.isFocused()) {
      if (event.isShiftDown()) {
        find.hits().previous();
      } else {
        find.hits().next();
      }
    } else {
      return;
    }
    event.consume();
  }
}
