package confidant.ingest.overlay;

import confidant.ingest.document.Document;
import confidant.ingest.document.Field;
import confidant.ingest.document.Page;
import confidant.ingest.extract.Lettering;
import confidant.ingest.fields.FieldReader;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Draws the pages of a document with what was understood of them: lines, rows and cells of tables,
 * headings, fields with their names, doubtful readings.
 *
 * <p>Runs codecs that harmful files aim at, so it is only called in the reading process.
 */
public final class Overlay {

  private Overlay() {}

  /** Takes pictures of pages. */
  @FunctionalInterface
  public interface Sink {
    /** Page {@code number} as a picture in the format PNG. */
    void page(int number, byte[] png);
  }

  /**
   * Draws all pages of {@code document}.
   *
   * @param file from which it was read
   * @param password that opens the file
   */
  public static void draw(Path file, Optional<String> password, Document document, Sink sink) {
    List<Field> fields = new FieldReader().read(document).fields();
    Lettering lettering = new Lettering();
    try (Background background = Background.of(file, password, document.mediaType())) {
      for (Page page : document.pages()) {
        List<Field> onPage =
            fields.stream().filter(field -> field.page() == page.number()).toList();
        Optional<BufferedImage> picture =
            background.page(page.number(), Canvas.DOTS_PER_POINT, Canvas.MOST_DOTS);
        BufferedImage drawing = PageDrawing.draw(page, picture, onPage, lettering);
        sink.page(page.number(), Png.of(drawing));
      }
    }
  }
}
