package confidant.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * Stands the PDF library's own font in for all that a file names but does not bring.
 *
 * <p>The library would look through the fonts of the computer, which takes seconds, leaves a cache
 * file in the person's home folder, and lets the reading of a file depend on what is installed. The
 * widths of letters stand in the file, and pages are painted only to be read.
 */
final class BundledFonts implements FontMapper {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final TrueTypeFont font;

  private BundledFonts(TrueTypeFont font) {
    this.font = font;
  }

  /** Makes the library use no other fonts, in all threads. */
  static void install() {
    FontMappers.set(new BundledFonts(load()));
  }

  /** The font itself. */
  static TrueTypeFont load() {
    try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
      RandomAccessReadBuffer bytes =
          RandomAccessReadBuffer.createBufferFromStream(Objects.requireNonNull(in, FONT));
      return new TTFParser().parse(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("The PDF library lacks its own font", e);
    }
  }

  @Override
  public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
    return new FontMapping<>(font, true);
  }

  @Override
  public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
    return new FontMapping<>(font, true);
  }

  @Override
  public CIDFontMapping getCIDFont(
      String name, PDFontDescriptor descriptor, PDCIDSystemInfo systemInfo) {
    return new CIDFontMapping(null, font, true);
  }
}
