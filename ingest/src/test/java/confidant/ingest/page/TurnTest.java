package confidant.ingest.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import confidant.ingest.document.BoundingBox;
import confidant.ingest.page.GlyphRun.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnTest {

  private static final double EXACT = 1e-9;

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void makesTextLevelAndKeepsItOnThePage(int direction) {
    GlyphRun run = new GlyphRun("x", 200, 300, 40, direction, 10, 2.8, Source.VISIBLE_TEXT);
    Turn turn = Turn.ofPage(direction, 600, 800);
    GlyphRun level = turn.apply(run);
    assertEquals(0, level.direction(), EXACT);
    BoundingBox box = level.box();
    double width = direction % 180 == 0 ? 600 : 800;
    double height = direction % 180 == 0 ? 800 : 600;
    assertEquals(true, box.left() >= 0 && box.right() <= width);
    assertEquals(true, box.top() >= 0 && box.bottom() <= height);
    assertEquals(40, box.width(), EXACT);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void undoFindsThePlaceBefore(int direction) {
    GlyphRun run = new GlyphRun("x", 200, 300, 40, direction, 10, 2.8, Source.VISIBLE_TEXT);
    Turn turn = Turn.ofPage(direction, 600, 800);
    BoundingBox before = run.box();
    BoundingBox back = turn.undo(turn.apply(run).box());
    assertEquals(before.left(), back.left(), EXACT);
    assertEquals(before.top(), back.top(), EXACT);
    assertEquals(before.width(), back.width(), EXACT);
    assertEquals(before.height(), back.height(), EXACT);
  }

  @Test
  void levelTextIsTakenAsItIs() {
    List<GlyphRun> runs = List.of(new GlyphRun("x", 2, 3, 4, 0, 10, 2.8, Source.VISIBLE_TEXT));
    assertSame(runs, Turn.ofPage(0, 600, 800).applyTo(runs));
    assertEquals(
        List.of(Turn.ofPage(90, 600, 800).apply(runs.getFirst())),
        Turn.ofPage(90, 600, 800).applyTo(runs));
  }
}
