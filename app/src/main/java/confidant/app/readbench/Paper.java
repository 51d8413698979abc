package confidant.app.readbench;

import confidant.ingest.document.Block;
import confidant.ingest.document.Document;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A file to read.
 *
 * @param pages at least 1
 * @param characters on all of them, blanks aside
 */
record Paper(Path file, int pages, long characters) {

  /** A page with no more characters, on average, is nearly empty. */
  static final int FEW_CHARACTERS = 300;

  /** A file of which {@code document} was read. */
  static Paper of(Path file, int pages, Document document) {
    long characters =
        document.pages().stream()
            .flatMap(page -> page.blocks().stream())
            .flatMap(Paper::texts)
            .flatMapToInt(String::chars)
            .filter(character -> !Character.isWhitespace(character))
            .count();
    return new Paper(file, Math.max(1, pages), characters);
  }

  /** Whether its pages are full of text. A file is timed as a whole, so its average counts. */
  boolean isFull() {
    return characters > (long) FEW_CHARACTERS * pages;
  }

  private static Stream<String> texts(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> paragraph.lines().stream().map(Block.Line::text);
      case Block.Table table ->
          table.rows().stream().flatMap(row -> row.stream()).map(Block.Cell::text);
    };
  }
}
