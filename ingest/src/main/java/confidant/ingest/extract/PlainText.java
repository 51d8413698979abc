package confidant.ingest.extract;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The text of a PDF in the order in which the PDF library gives it.
 *
 * @param pages how many pages the file has
 */
public record PlainText(String text, int pages) {

  static {
    BundledFonts.install();
  }

  /**
   * Takes the text of {@code file}.
   *
   * @throws IOException if it cannot be read or does not open with {@code password}
   */
  public static PlainText of(Path file, String password) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile(), password)) {
      return new PlainText(new PDFTextStripper().getText(document), document.getNumberOfPages());
    }
  }
}
