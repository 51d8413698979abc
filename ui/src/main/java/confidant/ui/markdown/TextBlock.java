package confidant.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
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
  private final List<Span> spans;
  private final Path highlight = new Path();
  private final Path links = new Path();
  private final Path doubts = new Path();
  private List<Mark> marks = List.of();
  private int from;
  private int to;

  /**
   * @param prefix what stands before the text when it is copied from its beginning, such as a
   *     bullet; not shown
   */
  TextBlock(String prefix, List<Span> spans, String... styleClasses) {
    this.prefix = prefix;
    this.spans = List.copyOf(spans);
    this.text = String.join("", spans.stream().map(Span::text).toList());
    getStyleClass().add("text-block");
    getStyleClass().addAll(styleClasses);
    highlight.getStyleClass().add("text-selection");
    links.getStyleClass().add("figure-link");
    doubts.getStyleClass().add("figure-doubt");
    for (Path drawing : List.of(highlight, links, doubts)) {
      drawing.setManaged(false);
      drawing.setMouseTransparent(true);
    }
    setMarks(List.of());
    setMinHeight(Region.USE_PREF_SIZE);
  }

  /** Marks parts of the text; offsets count its characters. Those before are marked no more. */
  void setMarks(List<Mark> newMarks) {
    marks = newMarks.stream().filter(mark -> mark.start() < mark.end()).toList();
    List<Node> nodes = new ArrayList<>(List.of(highlight, links, doubts));
    int start = 0;
    for (Span span : spans) {
      addPieces(span, start, nodes);
      start += span.text().length();
    }
    getChildren().setAll(nodes);
  }

  /** Cuts a span where marks begin and end. */
  private void addPieces(Span span, int offset, List<Node> nodes) {
    int end = offset + span.text().length();
    int at = offset;
    for (Mark mark : marks) {
      int from = Math.max(at, mark.start());
      int to = Math.min(end, mark.end());
      if (from < to) {
        addPlain(span, offset, at, from, nodes);
        Text piece = node(span, span.text().substring(from - offset, to - offset));
        MarkedText.mark(piece, mark, from == mark.start());
        nodes.add(piece);
        at = to;
      }
    }
    addPlain(span, offset, at, end, nodes);
  }

  private static void addPlain(Span span, int offset, int from, int to, List<Node> nodes) {
    if (from < to) {
      nodes.add(node(span, span.text().substring(from - offset, to - offset)));
    }
  }

  private static Text node(Span span, String text) {
    Text node = new Text(text);
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
    drawMarks();
  }

  private void drawSelection() {
    highlight.getElements().setAll(from < to ? getRangeShape(from, to, true) : NOTHING);
  }

  private void drawMarks() {
    List<PathElement> dotted = new ArrayList<>();
    List<PathElement> wavy = new ArrayList<>();
    for (Mark mark : marks) {
      PathElement[] shape = getUnderlineShape(mark.start(), mark.end());
      switch (mark.look()) {
        case LINK -> dotted.addAll(Underline.straight(shape));
        case DOUBT -> wavy.addAll(Underline.wavy(shape));
      }
    }
    links.getElements().setAll(dotted);
    doubts.getElements().setAll(wavy);
  }
}
