package confidant.samples.sheet;

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
 * Stands the PDF library's own font in for those that are not embedded, so that pictures of papers
 * do not depend on the fonts of the computer. They pass for the fonts asked for, or the library
 * would warn of each.
 */
final class BundledFonts implements FontMapper {

  /** Liberation Sans, under the SIL Open Font License, in the PDF library's jar. */
  static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final TrueTypeFont font;

  private BundledFonts(TrueTypeFont font) {
    this.font = font;
  }

  /** Makes the library use no other fonts, in all threads. */
  static void install() {
    Installed.once();
  }

  private static BundledFonts load() {
    try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
      return new BundledFonts(
          new TTFParser()
              .parse(
                  RandomAccessReadBuffer.createBufferFromStream(Objects.requireNonNull(in, FONT))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
    return new FontMapping<>(font, false);
  }

  @Override
  public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
    return new FontMapping<>(font, false);
  }

  @Override
  public CIDFontMapping getCIDFont(
      String name, PDFontDescriptor descriptor, PDCIDSystemInfo systemInfo) {
    return new CIDFontMapping(null, font, true);
  }

  /** Done when its class is initialised. */
  private static final class Installed {
    static {
      FontMappers.set(load());
    }

    static void once() {
      // Calling it initialises the class.
    }
  }
}
