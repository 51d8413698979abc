package confidant.ui.markdown;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;

/**
 * Markdown to blocks. Every text is Markdown, so nothing fails; what is begun and not ended, as
 * happens in a stream, shows as it is.
 */
public final class MarkdownParser {
  private final Parser parser =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  /** The blocks of {@code markdown} in order. */
  public List<Block> parse(String markdown) {
    BlockCollector collector = new BlockCollector();
    parser.parse(markdown).accept(collector);
    return collector.blocks();
  }
}
