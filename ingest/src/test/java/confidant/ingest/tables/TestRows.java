package confidant.ingest.tables;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.layout.TextRow;
import confidant.ingest.layout.Word;
import confidant.ingest.page.RuleLine;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Rows of text in a font of 10 points whose characters are all 5 points wide. */
final class TestRows {

  private static final double FONT_SIZE = 10;
  private static final double CHARACTER = 0.5;

  private TestRows() {}

  static TextRow row(double baseline, Piece... pieces) {
    return row(baseline, FONT_SIZE, pieces);
  }

  static TextRow row(double baseline, double fontSize, Piece... pieces) {
    List<Word> words = Arrays.stream(pieces).map(piece -> piece.word(baseline, fontSize)).toList();
    return new TextRow(words, baseline, fontSize);
  }

  /** Words from {@code left} on. */
  static Piece at(double left, String text) {
    return new Piece(left, 0, text);
  }

  /** Words that end at {@code right}. */
  static Piece end(double right, String text) {
    return new Piece(right, 1, text);
  }

  /** Words around {@code middle}. */
  static Piece mid(double middle, String text) {
    return new Piece(middle, 0.5, text);
  }

  static RuleLine level(double y) {
    return new RuleLine(45, y, 505, y);
  }

  static RuleLine plumb(double x, double top, double bottom) {
    return new RuleLine(x, top, x, bottom);
  }

  static List<Block> find(TextRow... rows) {
    return find(List.of(), rows);
  }

  static List<Block> find(List<RuleLine> rules, TextRow... rows) {
    return TableBlocks.find(List.of(rows), TableRules.of(rules)).blocks();
  }

  static Table table(Block block) {
    return assertInstanceOf(Table.class, block);
  }

  /** Cells of a row, parted by bars. */
  static String row(Table table, int row) {
    return String.join("|", table.rows().get(row).stream().map(Cell::text).toList());
  }

  static List<String> lines(Block block) {
    Paragraph paragraph = assertInstanceOf(Paragraph.class, block);
    return paragraph.lines().stream().map(Line::text).toList();
  }

  static Stream<String> texts(Block block) {
    return switch (block) {
      case Paragraph paragraph -> paragraph.lines().stream().map(Line::text);
      case Table table -> table.rows().stream().flatMap(List::stream).map(Cell::text);
    };
  }

  /**
   * Words side by side.
   *
   * @param x where they are held, in points
   * @param part part of their width that stands left of that
   */
  record Piece(double x, double part, String text) {

    Word word(double baseline, double fontSize) {
      double width = CHARACTER * fontSize * text.length();
      double left = x - part * width;
      return new Word(text, left, left + width, baseline, fontSize, 0.28 * fontSize);
    }
  }
}
