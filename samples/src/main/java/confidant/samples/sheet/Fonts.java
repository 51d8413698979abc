package confidant.samples.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** The fonts of one document, and the widths of text set in them. */
public final class Fonts {

  /** Width of a thin space, in parts of the font size; fonts rarely have one, so it is a gap. */
  static final double THIN_SPACE = 0.2;

  private static final char THIN = '\u2009';
  private static final char NO_BREAK = '\u00A0';

  private final PDDocument document;
  private final boolean doublesBold;
  private final Map<Family, PDFont> plain = new EnumMap<>(Family.class);
  private final Map<Family, PDFont> bold = new EnumMap<>(Family.class);

  /**
   * Fonts for a document.
   *
   * @param doublesBold whether bold text is drawn as two copies of plain text, shifted a little
   */
  public Fonts(PDDocument document, boolean doublesBold) {
    BundledFonts.install();
    this.document = document;
    this.doublesBold = doublesBold;
  }

  /** Whether text is to be drawn twice. */
  boolean doubles(Pen pen) {
    return pen.bold() && (doublesBold || pen.family() == Family.EMBEDDED);
  }

  /** The font of {@code pen}. */
  PDFont font(Pen pen) {
    return pen.bold() && !doubles(pen)
        ? bold.computeIfAbsent(pen.family(), this::loadBold)
        : plain.computeIfAbsent(pen.family(), this::loadPlain);
  }

  /** Length of {@code text}, in points. */
  public double width(String text, Pen pen) {
    try {
      int gaps = parts(text).length - 1;
      String drawn = drawn(text.replace(String.valueOf(THIN), ""));
      double ems = font(pen).getStringWidth(drawn) / 1000.0 + gaps * THIN_SPACE;
      return ems * pen.size() + pen.spacing() * drawn.length();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The characters that are drawn for {@code text}: fonts have one blank for all. */
  static String drawn(String text) {
    return text.replace(NO_BREAK, ' ');
  }

  /** The parts of {@code text} between thin spaces. */
  static String[] parts(String text) {
    return drawn(text).split(String.valueOf(THIN), -1);
  }

  private PDFont loadPlain(Family family) {
    return switch (family) {
      case SANS -> new PDType1Font(FontName.HELVETICA);
      case SERIF -> new PDType1Font(FontName.TIMES_ROMAN);
      case MONO -> new PDType1Font(FontName.COURIER);
      case EMBEDDED -> embed();
    };
  }

  private PDFont loadBold(Family family) {
    return switch (family) {
      case SANS -> new PDType1Font(FontName.HELVETICA_BOLD);
      case SERIF -> new PDType1Font(FontName.TIMES_BOLD);
      case MONO -> new PDType1Font(FontName.COURIER_BOLD);
      case EMBEDDED -> throw new IllegalStateException("it has no bold");
    };
  }

  private PDFont embed() {
    try (InputStream in = PDDocument.class.getResourceAsStream(BundledFonts.FONT)) {
      return PDType0Font.load(document, Objects.requireNonNull(in, BundledFonts.FONT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
