package confidant.ingest.extract;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Letters as outlines, in the font that the PDF library brings: to draw them takes no fonts of the
 * computer, which may have none. Not thread-safe.
 */
public final class Lettering {

  private static final Logger log = LoggerFactory.getLogger(Lettering.class);

  private static final Letter MISSING = new Letter(new Path2D.Double(), 0.5);

  private final TrueTypeFont font = BundledFonts.load();
  private final Map<Integer, Letter> letters = new HashMap<>();

  /**
   * A letter.
   *
   * @param outline in em, from its origin on the base line, y growing downwards
   * @param advance to the next letter, in em
   */
  private record Letter(Shape outline, double advance) {}

  /**
   * Text in one line.
   *
   * @param size of an em
   * @param x left end of its base line
   * @param y height of its base line, growing downwards
   */
  public Shape outline(String text, double size, double x, double y) {
    Path2D.Double path = new Path2D.Double();
    double at = x;
    for (int codePoint : text.codePoints().toArray()) {
      Letter letter = letter(codePoint);
      AffineTransform place = AffineTransform.getTranslateInstance(at, y);
      place.scale(size, size);
      path.append(letter.outline().getPathIterator(place), false);
      at += letter.advance() * size;
    }
    return path;
  }

  /** How wide {@code text} is with an em of {@code size}. */
  public double width(String text, double size) {
    return text.codePoints().mapToDouble(codePoint -> letter(codePoint).advance()).sum() * size;
  }

  private Letter letter(int codePoint) {
    return letters.computeIfAbsent(codePoint, this::load);
  }

  private Letter load(int codePoint) {
    try {
      CmapLookup glyphs = font.getUnicodeCmapLookup();
      int glyph = glyphs.getGlyphId(codePoint);
      double em = font.getUnitsPerEm();
      GlyphData data = font.getGlyph().getGlyph(glyph);
      Path2D.Double outline = new Path2D.Double();
      if (data != null && !Character.isWhitespace(codePoint)) {
        outline.append(
            data.getPath().getPathIterator(AffineTransform.getScaleInstance(1 / em, -1 / em)),
            false);
      }
      return new Letter(outline, font.getAdvanceWidth(glyph) / em);
    } catch (IOException e) {
      log.debug("A letter cannot be drawn", e);
      return MISSING;
    }
  }
}
