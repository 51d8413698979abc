package confidant.ingest;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Doubt;
import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.GlyphRun.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the words of a page of which the reading is uncertain. */
final class Doubts {

  /** A figure, and a word, that is read with less than this confidence is doubtful by itself. */
  private static final double UNCERTAIN_FIGURE = 0.6;

  private static final double UNCERTAIN_WORD = 0.35;

  private Doubts() {}

  /** Doubts whose words stand in {@code blocks}, in the order of those. */
  static List<Doubt> of(List<GlyphRun> runs, List<Block> blocks) {
    List<List<Doubt>> byBlock = new ArrayList<>();
    blocks.forEach(block -> byBlock.add(new ArrayList<>()));
    for (GlyphRun run : runs) {
      if (isDoubtful(run)) {
        for (int i = 0; i < blocks.size(); i++) {
          if (holds(blocks.get(i), run)) {
            byBlock.get(i).add(new Doubt(run.text(), run.other(), run.box(), run.confidence()));
            break;
          }
        }
      }
    }
    Comparator<Doubt> downwards =
        Comparator.comparingDouble((Doubt doubt) -> doubt.box().bottom())
            .thenComparingDouble(doubt -> doubt.box().left());
    byBlock.forEach(doubts -> doubts.sort(downwards));
    return byBlock.stream().flatMap(List::stream).toList();
  }

  private static boolean isDoubtful(GlyphRun run) {
    if (run.source() != Source.PICTURE || run.isBlank()) {
      return false;
    }
    boolean figure = run.text().chars().anyMatch(Character::isDigit);
    return !run.other().isEmpty()
        || run.confidence() < (figure ? UNCERTAIN_FIGURE : UNCERTAIN_WORD);
  }

  private static boolean holds(Block block, GlyphRun run) {
    BoundingBox word = run.box();
    double x = word.left() + word.width() / 2;
    double y = word.top() + word.height() / 2;
    BoundingBox box = block.box();
    return x >= box.left()
        && x <= box.right()
        && y >= box.top()
        && y <= box.bottom()
        && texts(block).anyMatch(text -> text.contains(run.text()));
  }

  private static Stream<String> texts(Block block) {
    return switch (block) {
      case Paragraph paragraph -> paragraph.lines().stream().map(Line::text);
      case Table table -> table.rows().stream().flatMap(List::stream).map(Cell::text);
    };
  }
}
