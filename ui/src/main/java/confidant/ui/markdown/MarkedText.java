package confidant.ui.markdown;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;

/** Makes a link or a doubt of a piece of text. */
final class MarkedText {
  private static final PseudoClass DOUBT = PseudoClass.getPseudoClass("doubt");

  private MarkedText() {}

  /**
   * Dresses {@code text}.
   *
   * @param first whether it is the first piece of the mark, which the keyboard reaches
   */
  static void mark(Text text, Mark mark, boolean first) {
    text.getStyleClass().add("figure");
    text.setAccessibleText(text.getText() + ". " + mark.words());
    Tooltip.install(text, new Tooltip(mark.words()));
    switch (mark.look()) {
      case DOUBT -> {
        text.pseudoClassStateChanged(DOUBT, true);
        text.setAccessibleRole(AccessibleRole.TEXT);
      }
      case LINK -> {
        text.setAccessibleRole(AccessibleRole.HYPERLINK);
        text.setFocusTraversable(first);
        text.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> click(event, mark));
        text.addEventHandler(KeyEvent.KEY_PRESSED, event -> press(event, mark));
      }
    }
  }

  /** A drag over it selects. */
  private static void click(MouseEvent event, Mark mark) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      mark.action().run();
      event.consume();
    }
  }

  private static void press(KeyEvent event, Mark mark) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      mark.action().run();
      event.consume();
    }
  }
}
