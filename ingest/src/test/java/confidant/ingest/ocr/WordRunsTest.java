package confidant.ingest.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.GlyphRun.Source;
import confidant.ingest.picture.PicturePreparer;
import confidant.ingest.picture.Placement;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordRunsTest {

  /** A word with ink as letters 40 pixels high have it, on a baseline at 100. */
  private static RecognisedWord ink(String text, int left, double above, double below) {
    return new RecognisedWord(
        text, left, 100 - above * 40, left + 60, 100 + below * 40, 100, 0.9, 0, "");
  }

  private static Placement placement() {
    BufferedImage white = new BufferedImage(800, 800, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 800; y++) {
      for (int x = 0; x < 800; x++) {
        white.setRGB(x, y, 0xffffff);
      }
    }
    return PicturePreparer.prepare(white, 300, small -> 0).placement();
  }

  @Test
  void aLineHasOneSizeAndOneBaselineWhateverItsLetters() {
    Placement placement = placement();
    List<GlyphRun> runs =
        WordRuns.of(
            List.of(
                ink("no", 0, 0.53, 0),
                ink("Total", 80, 0.72, 0),
                ink("gap", 160, 0.53, 0.21),
                ink("12.50", 240, 0.72, 0)),
            placement);
    assertEquals(
        List.of("no", " ", "Total", " ", "gap", " ", "12.50"),
        runs.stream().map(GlyphRun::text).toList());
    for (GlyphRun run : runs) {
      assertEquals(40 * placement.pointsPerPixel(), run.fontSize(), 1e-9);
      assertEquals(placement.y(150, 100), run.y(), 1e-9);
      assertEquals(Source.PICTURE, run.source());
    }
    for (int i = 1; i < runs.size(); i++) {
      GlyphRun before = runs.get(i - 1);
      assertEquals(before.x() + before.advance(), runs.get(i).x(), 1e-9);
    }
  }

  @Test
  void readingsAndConfidenceGoAlong() {
    GlyphRun run =
        WordRuns.of(List.of(Words.word("8.56", 0.7, 0, 0).read("8.56", 0.7, "6.56")), placement())
            .getFirst();
    assertEquals(0.7, run.confidence());
    assertEquals("6.56", run.other());
    assertTrue(run.advance() > 0);
  }
}
