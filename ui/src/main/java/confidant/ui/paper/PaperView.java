package confidant.ui.paper;

import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** A paper as it looks: its pages, with what an answer speaks of, and all ways to look at them. */
public final class PaperView extends BorderPane {
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final PaperViewModel paper;
  private final FindBar find;
  private final PagesView pages;

  public PaperView(PaperViewModel paper, Texts texts) {
    this.paper = paper;
    setId("paper");
    getStyleClass().add("paper");
    find = new FindBar(paper.find(), texts);
    pages = new PagesView(paper, texts);
    PlacesBar places = new PlacesBar("paper-figure", paper.figure(), texts);
    places.setId("figure-bar");
    var several =
        Bindings.createBooleanBinding(
            () -> paper.figure().placesProperty().get().size() > 1,
            paper.figure().placesProperty());
    setTop(new VBox(new PaperBar(paper, texts), find, Shown.when(several, places)));
    setLeft(Shown.when(paper.listShownProperty(), new PageList(paper, texts)));
    setCenter(pages);
    MenuItem copy = new MenuItem(texts.get("menu.copy"));
    copy.setOnAction(_ -> copySelection());
    ContextMenu menu = new ContextMenu(copy);
    pages.setContextMenu(menu);
    paper.find().openProperty().subscribe(open -> leaveFind(open));
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  /** Looks for words in the paper. */
  public void find() {
    paper.find().show();
    find.focusWords();
  }

  private void leaveFind(boolean open) {
    if (!open && find.isFocusWithin()) {
      pages.requestFocus();
    }
  }

  private void press(KeyEvent event) {
    PageZoom zoom = paper.zoom();
    if (FIND.match(event)) {
      find();
    } else if (COPY.match(event)) {
      copySelection();
    } else if (event.getCode() == KeyCode.F3 && event.isShiftDown()) {
      paper.find().hits().previous();
    } else if (event.getCode() == KeyCode.F3) {
      paper.find().hits().next();
    } else if (event.getCode() == KeyCode.ESCAPE && paper.find().openProperty().get()) {
      paper.find().close();
    } else if (event.isShortcutDown()
        && isOneOf(event, KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD)) {
      zoom.in();
    } else if (event.isShortcutDown() && isOneOf(event, KeyCode.MINUS, KeyCode.SUBTRACT)) {
      zoom.out();
    } else if (event.isShortcutDown() && isOneOf(event, KeyCode.DIGIT0, KeyCode.NUMPAD0)) {
      zoom.natural();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.R) {
      zoom.turn();
    } else {
      return;
    }
    event.consume();
  }

  private static boolean isOneOf(KeyEvent event, KeyCode... codes) {
    return List.of(codes).contains(event.getCode());
  }

  private void copySelection() {
    String text = paper.selection().text();
    if (!text.isEmpty()) {
      ClipboardContent content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
    }
  }
}
