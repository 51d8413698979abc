package confidant.ui.markdown;

import java.util.List;

/**
 * A block of Markdown. {@code depth} is how many lists and quotes it is inside of; the outermost
 * have 0.
 */
public sealed interface Block {

  /** {@code level} 1 to 6. */
  record Heading(int level, List<Span> spans) implements Block {
    public Heading {
      spans = List.copyOf(spans);
    }
  }

  /** Running text; {@code quoted} if another's words. */
  record Paragraph(int depth, boolean quoted, List<Span> spans) implements Block {
    public Paragraph {
      spans = List.copyOf(spans);
    }
  }

  /** The beginning of a list's item; {@code marker} is its bullet or number. */
  record Item(int depth, String marker, List<Span> spans) implements Block {
    public Item {
      spans = List.copyOf(spans);
    }
  }

  /** Text whose lines and spaces count. */
  record Code(int depth, String text) implements Block {}

  /** Rows of cells, the first of them the heads. */
  record Table(List<List<List<Span>>> rows) implements Block {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  /** A line across. */
  record Rule() implements Block {}
}
