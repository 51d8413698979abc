package confidant.ingest.extract;

import confidant.ingest.codec.Codecs;
import confidant.ingest.extract.PagePainter.Shades;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;

/**
 * Draws pages of a PDF as a person sees them, within the limits of reading. Only for a process that
 * may come to grief: this runs every codec and shading that a file asks for.
 */
public final class PdfPictures implements AutoCloseable {

  static {
    BundledFonts.install();
    Codecs.install();
  }

  private final PDDocument document;
  private final StreamGuard guard = new StreamGuard();

  private PdfPictures(PDDocument document) {
    this.document = document;
  }

  /**
   * Opens a file.
   *
   * @param password tried after the empty one
   * @throws IOException if it does not open
   */
  public static PdfPictures open(Path file, Optional<String> password) throws IOException {
    return new PdfPictures(load(file, password));
  }

  private static PDDocument load(Path file, Optional<String> password) throws IOException {
    try {
      return Loader.loadPDF(file.toFile(), "");
    } catch (InvalidPasswordException e) {
      if (password.isEmpty()) {
        throw e;
      }
      return Loader.loadPDF(file.toFile(), password.get());
    }
  }

  /**
   * Draws a page, turned as the file asks.
   *
   * @param number counted from 1
   * @param dotsPerPoint fewer if a side would have more than {@code mostDots}
   * @throws IOException if it cannot be drawn
   * @throws LimitExceededException if that would take too much time or memory
   */
  public BufferedImage draw(int number, double dotsPerPoint, int mostDots) throws IOException {
    PDRectangle visible = document.getPage(number - 1).getCropBox();
    double longest = Math.max(1, Math.max(visible.getWidth(), visible.getHeight()));
    double scale = Math.min(dotsPerPoint, mostDots / longest);
    Deadline deadline = Deadline.ofWork(Limits.PAINTING);
    return new PagePainter(document, guard, deadline, Shades.PAINTED)
        .renderImage(number - 1, (float) scale, ImageType.RGB);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
