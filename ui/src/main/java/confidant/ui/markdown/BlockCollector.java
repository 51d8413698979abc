package confidant.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** Flattens Markdown's tree into the order of reading. */
final class BlockCollector extends AbstractVisitor {
  private static final String BULLET = "•";

  private final List<Block> blocks = new ArrayList<>();

  /** Lists and quotes around the present node. */
  private int depth;

  private int quotes;

  List<Block> blocks() {
    return List.copyOf(blocks);
  }

  @Override
  public void visit(Heading heading) {
    blocks.add(new Block.Heading(heading.getLevel(), SpanCollector.of(heading)));
  }

  @Override
  public void visit(Paragraph paragraph) {
    blocks.add(new Block.Paragraph(depth, quotes > 0, SpanCollector.of(paragraph)));
  }

  @Override
  public void visit(BlockQuote quote) {
    quotes++;
    nested(quote);
    quotes--;
  }

  @Override
  public void visit(BulletList list) {
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      item(item, BULLET);
    }
  }

  @Override
  public void visit(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    int number = start == null ? 1 : start;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      item(item, number++ + ".");
    }
  }

  /** An item's first paragraph stands beside its marker, all else below it. */
  private void item(Node item, String marker) {
    Node first = item.getFirstChild();
    boolean hasText = first instanceof Paragraph;
    blocks.add(new Block.Item(depth, marker, hasText ? SpanCollector.of(first) : List.of()));
    if (hasText) {
      first.unlink();
    }
    nested(item);
  }

  private void nested(Node node) {
    depth++;
    visitChildren(node);
    depth--;
  }

  @Override
  public void visit(FencedCodeBlock code) {
    blocks.add(new Block.Code(depth, code.getLiteral().stripTrailing()));
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    blocks.add(new Block.Code(depth, code.getLiteral().stripTrailing()));
  }

  @Override
  public void visit(HtmlBlock html) {
    blocks.add(new Block.Code(depth, html.getLiteral().stripTrailing()));
  }

  @Override
  public void visit(ThematicBreak rule) {
    blocks.add(new Block.Rule());
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock table) {
      RowCollector rows = new RowCollector();
      table.accept(rows);
      blocks.add(new Block.Table(rows.rows));
    } else {
      visitChildren(block);
    }
  }

  private static final class RowCollector extends AbstractVisitor {
    private final List<List<List<Span>>> rows = new ArrayList<>();

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableRow row) {
        List<List<Span>> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          if (cell instanceof TableCell) {
            cells.add(SpanCollector.of(cell));
          }
        }
        rows.add(cells);
      } else {
        visitChildren(node);
      }
    }
  }
}
