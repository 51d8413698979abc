package confidant.ui.common;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A page in the middle of the window and above all else, which scrolls where there is too little
 * room. Escape closes it, and the keyboard is then where it was before.
 */
public class Overlay extends StackPane {
  private final Button closeButton;
  private final VBox body = new VBox();
  private @Nullable Node focusedBefore;

  /**
   * @param id of this node; that of the button is {@code id + "-close"}
   * @param title stands at the top
   * @param closeName what a screen reader calls the button that closes
   */
  protected Overlay(
      String id, String title, String closeName, ObservableValue<Boolean> open, Runnable close) {
    setId(id);
    getStyleClass().add("veil");
    setAccessibleText(title);
    closeButton = Buttons.icon(Icon.CLOSE, closeName, close);
    closeButton.setId(id + "-close");
    Label heading = new Label(title);
    heading.getStyleClass().add("overlay-title");
    heading.setWrapText(true);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(heading, space, closeButton);
    head.setAlignment(Pos.CENTER_LEFT);
    body.getStyleClass().add("overlay-body");
    ScrollPane scroll = new ScrollPane(body);
    scroll.getStyleClass().add("overlay-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    // A scroll pane asks for no more than a default height by itself.
    scroll.prefViewportHeightProperty().bind(body.heightProperty());
    VBox box = new VBox(head, scroll);
    box.getStyleClass().addAll("overlay-box", "page-box");
    box.setMaxHeight(USE_PREF_SIZE);
    getChildren().add(box);
    Shown.when(open, this);
    open.subscribe(this::opened);
    // A window that changes its language is built anew while a page is open.
    sceneProperty().subscribe(() -> opened(isVisible()));
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
            event.consume();
          }
        });
  }

  /** What stands below the title. */
  protected final VBox body() {
    return body;
  }

  /** Where the keyboard is when the page opens. */
  protected Node first() {
    return closeButton;
  }

  private void opened(boolean isOpen) {
    Scene scene = getScene();
    if (scene == null) {
      return;
    }
    if (isOpen) {
      focusedBefore = scene.getFocusOwner();
      first().requestFocus();
    } else if (focusedBefore != null) {
      Node back = focusedBefore;
      focusedBefore = null;
      // What lies behind takes the keyboard only once it is told that the page is closed.
      Platform.runLater(back::requestFocus);
    }
  }
}
