package confidant.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

/**
 * Shows Markdown as text that can be selected across its blocks, by mouse and by keyboard, and
 * copied. While text is appended, only the blocks that changed are drawn anew.
 */
public final class MarkdownView extends VBox {
  private final StringProperty markdown = new SimpleStringProperty("");
  private final MarkdownParser parser = new MarkdownParser();
  private final List<RenderedBlock> rendered = new ArrayList<>();
  private final TextSelection selection = new TextSelection();
  private boolean marked;

  /**
   * @param copyWord what the menu calls copying
   * @param selectAllWord what the menu calls selecting all
   */
  public MarkdownView(String copyWord, String selectAllWord) {
    getStyleClass().add("markdown");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    accessibleTextProperty().bind(markdown);
    markdown.subscribe(this::show);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    MenuItem copy = new MenuItem(copyWord);
    copy.setOnAction(_ -> copySelection());
    MenuItem selectAll = new MenuItem(selectAllWord);
    selectAll.setOnAction(_ -> selection.selectAll());
    ContextMenu menu = new ContextMenu(copy, selectAll);
    setOnContextMenuRequested(event -> menu.show(this, event.getScreenX(), event.getScreenY()));
  }

  /** What is shown. */
  public StringProperty markdownProperty() {
    return markdown;
  }

  /** What is selected; empty if nothing. */
  public String selectedText() {
    return selection.text();
  }

  /** The text of all blocks, a line for each paragraph, item or cell; {@link Mark} counts in it. */
  public String plainText() {
    return String.join("\n", texts().map(TextBlock::text).toList());
  }

  /** Marks parts of the plain text, in its order, until the text changes. */
  public void setMarks(List<Mark> marks) {
    int start = 0;
    for (TextBlock block : texts().toList()) {
      int from = start;
      int length = block.text().length();
      block.setMarks(marks.stream().map(mark -> mark.within(from, length)).toList());
      start += length + 1;
    }
    marked = !marks.isEmpty();
  }

  private Stream<TextBlock> texts() {
    return rendered.stream().flatMap(block -> block.texts().stream());
  }

  private void show(String text) {
    if (marked) {
      setMarks(List.of());
    }
    List<Block> blocks = parser.parse(text);
    int same = 0;
    while (same < Math.min(blocks.size(), rendered.size())
        && rendered.get(same).block().equals(blocks.get(same))) {
      same++;
    }
    rendered.subList(same, rendered.size()).clear();
    blocks.subList(same, blocks.size()).stream().map(BlockRenderer::render).forEach(rendered::add);
    List<RenderedBlock> changed = rendered.subList(same, rendered.size());
    getChildren().remove(same, getChildren().size());
    getChildren().addAll(changed.stream().map(RenderedBlock::node).toList());
    selection.setBlocks(texts().toList());
  }

  private void press(MouseEvent event) {
    requestFocus();
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    int offset = selection.offsetAt(event.getSceneX(), event.getSceneY());
    if (event.getClickCount() == 2) {
      selection.selectWord(offset);
    } else if (event.isShiftDown()) {
      selection.extendTo(offset);
    } else {
      selection.select(offset, offset);
    }
    event.consume();
  }

  private void drag(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      selection.extendTo(selection.offsetAt(event.getSceneX(), event.getSceneY()));
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      copySelection();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
      selection.selectAll();
    } else if (event.isShiftDown() && event.getCode() == KeyCode.LEFT) {
      selection.extendTo(selection.caret() - 1);
    } else if (event.isShiftDown() && event.getCode() == KeyCode.RIGHT) {
      selection.extendTo(selection.caret() + 1);
    } else {
      return;
    }
    event.consume();
  }

  private void copySelection() {
    if (!selection.text().isEmpty()) {
      ClipboardContent content = new ClipboardContent();
      content.putString(selection.text());
      Clipboard.getSystemClipboard().setContent(content);
    }
  }
}
