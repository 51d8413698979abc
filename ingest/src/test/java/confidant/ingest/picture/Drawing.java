package confidant.ingest.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Random;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Draws pages for tests, with the font of the PDF library: others may be missing on a computer. Its
 * small letters are 0.53 of its size high.
 */
public final class Drawing {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final TrueTypeFont TYPE = load();

  /** Sentences with letters that reach above and below, capitals and digits. */
  private static final String[] LINES = {
    "The quick brown fox jumps over the lazy dog near the river bank",
    "Gross pay 3.412,50 less deductions 1.204,77 makes net pay 2.207,73",
    "Payment of the balance is expected within thirty days of this date",
    "Statement of account number 4711 for Margaret Hughes, opened in May"
  };

  private final BufferedImage image;
  private final Graphics2D graphics;

  /** A white page. */
  public Drawing(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    fill(255, 0, 0, width, height);
  }

  /** A page full of text. */
  static Drawing page(int width, int height, double size) {
    Drawing drawing = new Drawing(width, height);
    double margin = 2 * size;
    int line = 0;
    for (double y = 3 * size; y < height - margin; y += 1.5 * size) {
      String text = LINES[line++ % LINES.length];
      int letters = (int) Math.min(text.length(), (width - 2 * margin) / (0.55 * size));
      drawing.text(text.substring(0, letters), margin, y, size);
    }
    return drawing;
  }

  /** Draws black text from the left end of its baseline; the size is that of the em square. */
  public Drawing text(String text, double x, double baseline, double size) {
    return text(text, x, baseline, size, 0);
  }

  Drawing text(String text, double x, double baseline, double size, int shade) {
    graphics.setColor(new Color(shade, shade, shade));
    double at = x;
    try {
      CmapLookup glyphs = TYPE.getUnicodeCmapLookup();
      double scale = size / TYPE.getUnitsPerEm();
      for (int i = 0; i < text.length(); i++) {
        int glyph = glyphs.getGlyphId(text.charAt(i));
        AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, baseline);
        if (text.charAt(i) != ' ') {
          graphics.fill(place.createTransformedShape(TYPE.getGlyph().getGlyph(glyph).getPath()));
        }
        at += TYPE.getAdvanceWidth(glyph) * scale;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Length of a text in pixels. */
  public static double length(String text, double size) {
    try {
      double sum = 0;
      for (int i = 0; i < text.length(); i++) {
        int glyph = TYPE.getUnicodeCmapLookup().getGlyphId(text.charAt(i));
        sum += TYPE.getAdvanceWidth(glyph) * size / TYPE.getUnitsPerEm();
      }
      return sum;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills a box with a shade. */
  public Drawing fill(int shade, int x, int y, int width, int height) {
    graphics.setColor(new Color(shade, shade, shade));
    graphics.fillRect(x, y, width, height);
    return this;
  }

  /** Makes a pixel at least so dark. */
  Drawing darken(int shade, int x, int y) {
    image.getRaster().setSample(x, y, 0, Math.min(shade, image.getRaster().getSample(x, y, 0)));
    return this;
  }

  /** Scatters single black pixels. */
  Drawing pepper(int count, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      image
          .getRaster()
          .setSample(random.nextInt(image.getWidth()), random.nextInt(image.getHeight()), 0, 0);
    }
    return this;
  }

  /** The drawing turned clockwise about its middle, on a ground of one shade. */
  Drawing turned(double degrees, int ground) {
    Drawing turned = new Drawing(image.getWidth(), image.getHeight());
    turned.fill(ground, 0, 0, image.getWidth(), image.getHeight());
    AffineTransform turn =
        AffineTransform.getRotateInstance(
            Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
    turned.draw(this, turn);
    return turned;
  }

  /** Draws another drawing into this one. */
  Drawing draw(Drawing other, AffineTransform place) {
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(other.image, place, null);
    return this;
  }

  BufferedImage image() {
    return image;
  }

  /** What was drawn. */
  public GreyPicture grey() {
    return GreyPictures.of(image);
  }

  private static TrueTypeFont load() {
    try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
      return new TTFParser()
          .parse(RandomAccessReadBuffer.createBufferFromStream(Objects.requireNonNull(in, FONT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
