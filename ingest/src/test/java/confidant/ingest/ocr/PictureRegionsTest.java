package confidant.ingest.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.document.BoundingBox;
import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.GlyphRun.Source;
import confidant.ingest.page.RawPage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureRegionsTest {

  private static List<BoundingBox> regions(List<GlyphRun> runs, BoundingBox... pictures) {
    return PictureRegions.of(new RawPage(1, 600, 600, runs, List.of(), List.of(pictures), 0));
  }

  private static List<GlyphRun> text(int characters, double y) {
    List<GlyphRun> runs = new ArrayList<>();
    for (int i = 0; i < characters; i++) {
      runs.add(new GlyphRun("x", 50 + 5 * (i % 100), y, 5, 0, 10, 2.8, Source.VISIBLE_TEXT));
    }
    return runs;
  }

  @Test
  void stripsOfAScanAreOneRegion() {
    List<BoundingBox> found =
        regions(
            text(40, 50),
            new BoundingBox(100, 305, 395, 95),
            new BoundingBox(100, 400, 395, 100),
            new BoundingBox(100, 500, 395, 45));
    assertEquals(List.of(new BoundingBox(100, 300, 400, 250)), found);
  }

  @Test
  void picturesApartAreRegionsOfTheirOwn() {
    assertEquals(
        2,
        regions(List.of(), new BoundingBox(50, 50, 200, 150), new BoundingBox(300, 300, 200, 150))
            .size());
  }

  @Test
  void logosAreNotRead() {
    assertEquals(List.of(), regions(List.of(), new BoundingBox(50, 50, 120, 60)));
  }

  @Test
  void aPictureWithItsTextOverItIsNotRead() {
    BoundingBox page = new BoundingBox(0, 0, 600, 600);
    assertEquals(List.of(), regions(text(150, 300), page));
    assertEquals(1, regions(text(40, 300), page).size());
  }

  @Test
  void whatLiesOffThePageIsNotRead() {
    assertEquals(List.of(), regions(List.of(), new BoundingBox(-500, 700, 400, 400)));
  }
}
