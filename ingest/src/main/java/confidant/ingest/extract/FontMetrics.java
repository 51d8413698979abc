package confidant.ingest.extract;

import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/** What layout needs to know of fonts, with sane values where a font's own are not. */
final class FontMetrics {

  /** Of most book faces, in em. */
  private static final double USUAL_SPACE = 0.27;

  private static final double NARROWEST_SPACE = 0.15;
  private static final double WIDEST_SPACE = 0.65;

  private final Map<PDFont, Double> spaceWidths = new HashMap<>();

  /** What the glyph means, or {@link Characters#UNKNOWN}. */
  String unicode(PDFont font, int code) {
    String text = font.toUnicode(code);
    if (text != null) {
      return text;
    }
    // Fonts of one byte per glyph nearly always follow ASCII where they say nothing else.
    return font instanceof PDSimpleFont && code >= ' ' && code < 0x7F
        ? Character.toString(code)
        : Characters.UNKNOWN;
  }

  /** Width of the space in em. */
  double spaceWidth(PDFont font) {
    return spaceWidths.computeIfAbsent(font, FontMetrics::measureSpace);
  }

  private static double measureSpace(PDFont font) {
    if (font instanceof PDType3Font) {
      return USUAL_SPACE;
    }
    double width = font.getSpaceWidth() / 1000;
    return width >= NARROWEST_SPACE && width <= WIDEST_SPACE ? width : USUAL_SPACE;
  }

  /**
   * Height of the em square in units of text space: 1, but for fonts drawn by operators, which have
   * a scale of their own.
   */
  double emHeight(PDFont font) {
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
