package confidant.ingest.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.layout.PageLayout.Layer;
import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.GlyphRun.Source;
import confidant.ingest.page.RawPage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageLayoutTest {

  private static final double EM = 10;
  private static final double ADVANCE = 5;

  private final List<GlyphRun> runs = new ArrayList<>();

  @Test
  void splitsWordsAtGapsAndAtDrawnBlanks() {
    draw("net", 50, 100);
    draw("pay", 68, 100);
    draw("a b", 100, 100);
    assertEquals(List.of("net pay  a b"), lines());
  }

  @Test
  void neverGluesFiguresThatStandApart() {
    for (int digit = 0; digit < 6; digit++) {
      draw(Integer.toString(digit), 50 + digit * (ADVANCE + 2), 100);
    }
    assertEquals(List.of("0 1 2 3 4 5"), lines());
  }

  @Test
  void readsLetterSpacedTextAsWords() {
    String text = "STATEMENT";
    for (int i = 0; i < text.length(); i++) {
      draw(text.substring(i, i + 1), 50 + i * (ADVANCE + 2), 100);
    }
    assertEquals(List.of("STATEMENT"), lines());
  }

  @Test
  void putsCellsDrawnRightToLeftInOrder() {
    draw("29.99", 300, 100);
    draw("24.99", 200, 100);
    draw("Fee", 50, 100);
    assertEquals(List.of("Fee  24.99  29.99"), lines());
  }

  @Test
  void keepsStringsDrawnOverEachOtherApart() {
    draw("first string here", 50, 100);
    draw("second one", 62, 100);
    assertEquals(List.of("first string here", "second one"), lines());
  }

  @Test
  void readsColumnsOfProseOneAfterTheOther() {
    draw("A title over both of the columns of this page", 50, 60);
    for (int line = 0; line < 6; line++) {
      draw("left text with words on line " + "abcdef".charAt(line), 50, 100 + 12 * line);
      draw("right text with words on line " + "abcdef".charAt(line), 250, 103 + 12 * line);
    }
    List<String> lines = lines();
    assertEquals("A title over both of the columns of this page", lines.getFirst());
    assertEquals("left text with words on line f", lines.get(6));
    assertEquals("right text with words on line a", lines.get(7));
  }

  @Test
  void keepsRowsOfFiguresWhole() {
    for (int line = 0; line < 6; line++) {
      draw("some words that name the thing", 50, 100 + 12 * line);
      draw("1" + line + ".00", 300, 100 + 12 * line);
    }
    assertEquals("some words that name the thing  10.00", lines().getFirst());
  }

  @Test
  void readsMarginTextAfterLevelText() {
    draw("level text", 50, 100);
    for (int i = 0; i < 4; i++) {
      runs.add(
          new GlyphRun(
              "side".substring(i, i + 1),
              20,
              400 - i * ADVANCE,
              ADVANCE,
              270,
              EM,
              2.8,
              Source.VISIBLE_TEXT));
    }
    assertEquals(List.of("level text", "side"), lines());
  }

  private void draw(String text, double x, double y) {
    for (int i = 0; i < text.length(); i++) {
      runs.add(
          new GlyphRun(
              text.substring(i, i + 1),
              x + i * ADVANCE,
              y,
              ADVANCE,
              0,
              EM,
              2.8,
              Source.VISIBLE_TEXT));
    }
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Layer layer : PageLayout.layers(new RawPage(1, 600, 800, runs, List.of()))) {
      for (Region region : layer.regions()) {
        region.rows().forEach(row -> lines.add(row.toLine().text()));
      }
    }
    return lines;
  }
}
