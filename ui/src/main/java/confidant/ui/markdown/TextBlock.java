package confidant.ui.markdown;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Styled text of which a part can be shown as selected. */
final class TextBlock extends TextFlow {
  private static final PathElement[] NOTHING = {};

  private final String prefix;
  private final String text;
  private final Path highlight = new Path();
  private int from;
  private int to;

  /**
   * @param prefix what stands before the text when it is copied from its beginning, such as a
   *     bullet; not shown
   */
  TextBlock(String prefix, List<Span> spans, String... styleClasses) {
    this.prefix = prefix;
    this.text = String.join("", spans.stream().map(Span::text).toList());
    getStyleClass().add("text-block");
    getStyleClass().addAll(styleClasses);
    highlight.getStyleClass().add("text-selection");
    highlight.setManaged(false);
    highlight.setMouseTransparent(true);
    getChildren().add(highlight);
    spans.stream().map(TextBlock::node).forEach(getChildren()::add);
    setMinHeight(Region.USE_PREF_SIZE);
  }

  private static Text node(Span span) {
    Text node = new Text(span.text());
    node.getStyleClass().add("text");
    if (span.bold()) {
      node.getStyleClass().add("bold");
    }
    if (span.italic()) {
      node.getStyleClass().add("italic");
    }
    if (span.code()) {
      node.getStyleClass().add("code");
    }
    return node;
  }

  /** Its characters, as UTF-16. */
  String text() {
    return text;
  }

  /** The characters from {@code start} to before {@code end}, as copied. */
  String copy(int start, int end) {
    return (start == 0 ? prefix : "") + text.substring(start, end);
  }

  /** The offset in the text nearest to a point in this node's coordinates. */
  int offsetAt(Point2D point) {
    int offset = getHitInfo(point).getInsertionIndex();
    return Math.clamp(offset, 0, text.length());
  }

  /** Shows the characters from {@code start} to before {@code end} as selected. */
  void select(int start, int end) {
    from = start;
    to = end;
    drawSelection();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    drawSelection();
  }

  private void drawSelection() {
    highlight.getElements().setAll(from < to ? getRangeShape(from, to, true) : NOTHING);
  }
}
