package confidant.ingest.extract;

import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.GlyphRun.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Collects the glyphs that a page draws, in points from the top left corner of its visible part.
 * What glyphs in a row have in common, font and frame, is worked out once.
 */
final class GlyphRecorder {

  private final PDRectangle visible;
  private final List<GlyphRun> runs = new ArrayList<>();
  private final Map<PDFont, FontMetrics> fonts = new HashMap<>();
  private @Nullable FontMetrics lastFont;
  private @Nullable TextFrame lastFrame;
  private int unknown;

  /**
   * For one page.
   *
   * @param visible the part of it that is seen
   */
  GlyphRecorder(PDRectangle visible) {
    this.visible = visible;
  }

  /**
   * Adds a glyph, unless it is nothing to be seen.
   *
   * @param matrix from text space to the page
   * @param displacement to the next glyph, in text space
   * @throws LimitExceededException if the page has too many glyphs
   */
  void add(Matrix matrix, PDFont font, int code, Vector displacement, RenderingMode mode) {
    FontMetrics metrics = metrics(font);
    String text = metrics.text(code);
    if (text.isEmpty()) {
      return;
    }
    if (text.equals(Characters.UNKNOWN)) {
      unknown++;
    }
    makeRoom(1);
    TextFrame frame = frame(matrix);
    runs.add(
        new GlyphRun(
            text,
            matrix.getTranslateX() - visible.getLowerLeftX(),
            visible.getUpperRightY() - matrix.getTranslateY(),
            Math.abs(displacement.getX()) * frame.along(),
            frame.direction(),
            metrics.emHeight() * frame.em(),
            metrics.spaceWidth() * frame.along(),
            mode == RenderingMode.NEITHER ? Source.INVISIBLE_TEXT : Source.VISIBLE_TEXT));
  }

  /**
   * Adds runs that the page does not draw itself.
   *
   * @throws LimitExceededException if the page has too many glyphs
   */
  void addAll(List<GlyphRun> more) {
    makeRoom(more.size());
    runs.addAll(more);
  }

  /** In the order in which they were drawn. */
  List<GlyphRun> runs() {
    return runs;
  }

  /** Whether nothing but blanks was added after the first {@code count} runs. */
  boolean isBlankAfter(int count) {
    return runs.subList(count, runs.size()).stream().allMatch(GlyphRun::isBlank);
  }

  /** Glyphs of which the file does not say what they mean. */
  int unknown() {
    return unknown;
  }

  private void makeRoom(int more) {
    if (runs.size() + more > Limits.GLYPHS_PER_PAGE) {
      throw new LimitExceededException("too many glyphs on a page");
    }
  }

  private FontMetrics metrics(PDFont font) {
    FontMetrics last = lastFont;
    if (last == null || !last.font().equals(font)) {
      last = fonts.computeIfAbsent(font, FontMetrics::new);
      lastFont = last;
    }
    return last;
  }

  private TextFrame frame(Matrix matrix) {
    TextFrame last = lastFrame;
    if (last == null || !last.isOf(matrix)) {
      last = TextFrame.of(matrix);
      lastFrame = last;
    }
    return last;
  }
}
