package confidant.ui.markdown;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** Draws blocks. */
final class BlockRenderer {
  /** How far a list's or quote's content stands in from what is around it, in pixels. */
  private static final double INDENT = 18;

  private BlockRenderer() {}

  static RenderedBlock render(Block block) {
    return switch (block) {
      case Block.Heading heading -> {
        String level = "heading-" + Math.min(heading.level(), 4);
        yield single(block, new TextBlock("", heading.spans(), "heading", level), 0);
      }
      case Block.Paragraph paragraph -> {
        TextBlock text =
            new TextBlock("", paragraph.spans(), paragraph.quoted() ? "quote" : "paragraph");
        yield single(block, text, paragraph.depth());
      }
      case Block.Item item -> item(item);
      case Block.Code code -> {
        Span literal = new Span(code.text(), false, false, true);
        yield single(block, new TextBlock("", List.of(literal), "code-block"), code.depth());
      }
      case Block.Table table -> table(table);
      case Block.Rule _ -> {
        Region line = new Region();
        line.getStyleClass().add("rule");
        yield new RenderedBlock(block, line, List.of());
      }
    };
  }

  private static RenderedBlock single(Block block, TextBlock text, int depth) {
    StackPane box = new StackPane(text);
    box.getStyleClass().add(text.getStyleClass().get(1) + "-box");
    indent(box, depth * INDENT);
    return new RenderedBlock(block, box, List.of(text));
  }

  private static RenderedBlock item(Block.Item item) {
    Text marker = new Text(item.marker());
    marker.getStyleClass().addAll("text", "marker");
    TextBlock text = new TextBlock(item.marker() + " ", item.spans(), "item");
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(marker, text);
    row.getStyleClass().add("item-box");
    indent(row, item.depth() * INDENT);
    return new RenderedBlock(item, row, List.of(text));
  }

  private static RenderedBlock table(Block.Table table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("table");
    int columns = table.rows().stream().mapToInt(List::size).max().orElse(0);
    for (int column = 0; column < columns; column++) {
      ColumnConstraints width = new ColumnConstraints();
      width.setHgrow(Priority.SOMETIMES);
      grid.getColumnConstraints().add(width);
    }
    Stream.Builder<TextBlock> texts = Stream.builder();
    for (int row = 0; row < table.rows().size(); row++) {
      List<List<Span>> cells = table.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        TextBlock text = new TextBlock("", cells.get(column), row == 0 ? "head" : "cell");
        StackPane cell = new StackPane(text);
        cell.getStyleClass().add(row == 0 ? "head-box" : "cell-box");
        grid.add(cell, column, row);
        texts.add(text);
      }
    }
    return new RenderedBlock(table, grid, texts.build().toList());
  }

  private static void indent(Node node, double pixels) {
    VBox.setMargin(node, new Insets(0, 0, 0, pixels));
  }
}
