package confidant.ingest.extract;

import confidant.ingest.document.BoundingBox;
import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.GlyphRun.Source;
import confidant.ingest.page.RawPage;
import confidant.ingest.page.RuleLine;
import confidant.ingest.page.Turn;
import java.util.List;

/** Makes a page out of what was drawn on it: turned upright, what cannot be seen left out. */
final class PageNormalizer {

  /** Text this close to level or plumb, in degrees, counts as such. */
  private static final double SLANT = 5;

  private PageNormalizer() {}

  /**
   * The page as a person turns it to read.
   *
   * @param number counted from 1
   * @param width in points, before turning
   * @param height in points, before turning
   * @param rotation clockwise turn that the file asks for, a multiple of 90 degrees
   * @param pictures where pictures are drawn
   */
  static RawPage normalize(
      int number,
      double width,
      double height,
      int rotation,
      List<GlyphRun> runs,
      List<RuleLine> rules,
      List<BoundingBox> pictures) {
    Turn shown = Turn.ofPage(Math.floorMod(-rotation, 360), width, height);
    boolean sideways = rotation % 180 != 0;
    double shownWidth = sideways ? height : width;
    double shownHeight = sideways ? width : height;
    List<GlyphRun> seen =
        shown.applyTo(
            DoubleGlyphs.remove(readable(runs)).stream()
                .filter(run -> isOnPage(run, width, height))
                .toList());
    int direction = mainDirection(seen);
    Turn upright = Turn.ofPage(direction, shownWidth, shownHeight);
    boolean lying = direction % 180 != 0;
    return new RawPage(
        number,
        lying ? shownHeight : shownWidth,
        lying ? shownWidth : shownHeight,
        upright.applyTo(seen),
        rules.stream().map(shown::apply).map(upright::apply).toList(),
        pictures.stream().map(shown::apply).map(upright::apply).toList(),
        Math.floorMod(-direction, 360));
  }

  /**
   * Invisible text lies over pictures of the same text, put there by text recognition. It is a
   * second copy where the page also has text to be seen, and the only one where it has not.
   */
  private static List<GlyphRun> readable(List<GlyphRun> runs) {
    List<GlyphRun> visible =
        runs.stream().filter(run -> run.source() == Source.VISIBLE_TEXT).toList();
    return visible.stream().allMatch(GlyphRun::isBlank) ? runs : visible;
  }

  private static boolean isOnPage(GlyphRun run, double width, double height) {
    return run.x() >= -run.fontSize()
        && run.x() <= width + run.fontSize()
        && run.y() >= -run.fontSize()
        && run.y() <= height + run.fontSize();
  }

  private static int mainDirection(List<GlyphRun> runs) {
    int[] glyphs = new int[4];
    for (GlyphRun run : runs) {
      int quarter = (int) Math.round(run.direction() / 90);
      if (!run.isBlank() && Math.abs(run.direction() - 90 * quarter) <= SLANT) {
        glyphs[quarter % 4]++;
      }
    }
    int main = 0;
    for (int quarter = 1; quarter < 4; quarter++) {
      if (glyphs[quarter] > glyphs[main]) {
        main = quarter;
      }
    }
    return main * 90;
  }
}
