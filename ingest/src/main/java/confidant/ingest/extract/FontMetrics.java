package confidant.ingest.extract;

import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/**
 * What layout needs to know of a font, with sane values where the font's own are not. Each glyph is
 * looked up once: the library asks several tables for what it means.
 */
final class FontMetrics {

  /** Of most book faces, in em. */
  private static final double USUAL_SPACE = 0.27;

  private static final double NARROWEST_SPACE = 0.15;
  private static final double WIDEST_SPACE = 0.65;

  private final PDFont font;
  private final double spaceWidth;
  private final double emHeight;
  private final Map<Integer, String> texts = new HashMap<>();

  FontMetrics(PDFont font) {
    this.font = font;
    spaceWidth = measureSpace(font);
    emHeight = measureEm(font);
  }

  PDFont font() {
    return font;
  }

  /**
   * What a glyph means, in characters that people type, or {@link Characters#UNKNOWN}; empty if it
   * is nothing to be seen.
   */
  String text(int code) {
    return texts.computeIfAbsent(code, this::lookUp);
  }

  /** Width of the space in em. */
  double spaceWidth() {
    return spaceWidth;
  }

  /**
   * Height of the em square in units of text space: 1, but for fonts drawn by operators, which have
   * a scale of their own.
   */
  double emHeight() {
    return emHeight;
  }

  private String lookUp(int code) {
    String text = font.toUnicode(code);
    if (text != null) {
      return Characters.clean(text);
    }
    // Fonts of one byte per glyph nearly always follow ASCII where they say nothing else.
    return font instanceof PDSimpleFont && code >= ' ' && code < 0x7F
        ? Character.toString(code)
        : Characters.UNKNOWN;
  }

  private static double measureSpace(PDFont font) {
    if (font instanceof PDType3Font) {
      return USUAL_SPACE;
    }
    double width = font.getSpaceWidth() / 1000;
    return width >= NARROWEST_SPACE && width <= WIDEST_SPACE ? width : USUAL_SPACE;
  }

  private static double measureEm(PDFont font) {
    if (font instanceof PDType3Font type3) {
      PDRectangle box = type3.getFontBBox();
      if (box != null && box.getHeight() > 0) {
        double height = box.getHeight() * Math.abs(type3.getFontMatrix().getScaleY());
        return height > 0 ? height : 1;
      }
    }
    return 1;
  }
}
