package confidant.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * The styled runs inside one block. Links and pictures leave their words only: the window opens
 * nothing.
 */
final class SpanCollector extends AbstractVisitor {
  private final List<Span> spans = new ArrayList<>();
  private int bold;
  private int italic;

  static List<Span> of(Node block) {
    SpanCollector collector = new SpanCollector();
    collector.visitChildren(block);
    return collector.spans;
  }

  @Override
  public void visit(Text text) {
    add(text.getLiteral(), false);
  }

  @Override
  public void visit(Code code) {
    add(code.getLiteral(), true);
  }

  @Override
  public void visit(HtmlInline html) {
    add(isLineBreak(html) ? "\n" : html.getLiteral(), false);
  }

  /** The one tag that models write where Markdown has none, inside tables. */
  private static boolean isLineBreak(HtmlInline html) {
    return html.getLiteral().matches("(?i)<br\\s*/?>");
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    add(" ", false);
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    add("\n", false);
  }

  @Override
  public void visit(StrongEmphasis strong) {
    bold++;
    visitChildren(strong);
    bold--;
  }

  @Override
  public void visit(Emphasis emphasis) {
    italic++;
    visitChildren(emphasis);
    italic--;
  }

  private void add(String text, boolean code) {
    Span next = new Span(text, bold > 0, italic > 0, code);
    if (!spans.isEmpty() && spans.getLast().looksLike(next)) {
      spans.set(spans.size() - 1, spans.getLast().append(text));
    } else {
      spans.add(next);
    }
  }
}
