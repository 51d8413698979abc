package confidant.ingest.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PagePictureTest {
  private static final BoundingBox LINE = new BoundingBox(50, 50, 200, 12);
  private static final BoundingBox CELL = new BoundingBox(50, 120, 200, 24);
  private static final Page PAGE = page(595, 842);

  private static Page page(double width, double height) {
    return new Page(
        1,
        width,
        height,
        List.of(
            new Paragraph(List.of(new Line("Some words", LINE)), LINE),
            new Table(List.of(List.of(new Cell("Two\nlines", CELL))), 0, CELL)));
  }

  private static BufferedImage draw(
      Optional<Path> file, String mediaType, Page page, double dotsPerPoint) throws IOException {
    byte[] png = PagePicture.png(file, Optional.empty(), mediaType, page, dotsPerPoint);
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static boolean hasInk(BufferedImage picture, BoundingBox box, double scale) {
    for (int y = (int) (box.top() * scale); y < box.bottom() * scale; y++) {
      for (int x = (int) (box.left() * scale); x < box.right() * scale; x++) {
        if ((picture.getRGB(x, y) & 255) < 128) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void aPageWithoutPictureIsItsTextWhereItStands() throws IOException {
    BufferedImage picture = draw(Optional.empty(), "message/rfc822", PAGE, 2);
    assertEquals(1190, picture.getWidth());
    assertEquals(1684, picture.getHeight());
    assertTrue(hasInk(picture, LINE, 2));
    assertTrue(hasInk(picture, new BoundingBox(50, 120, 200, 12), 2));
    assertTrue(hasInk(picture, new BoundingBox(50, 132, 200, 12), 2));
    assertEquals(0xFFFFFFFF, picture.getRGB(600, 1200));
  }

  @Test
  void aPdfIsPaintedInTheSizeOfItsPage() throws IOException, URISyntaxException {
    Path file =
        Path.of(
            Objects.requireNonNull(
                    PagePictureTest.class.getResource("/corpus/payslip__paystub_gusto.pdf"))
                .toURI());
    BufferedImage picture = draw(Optional.of(file), "application/pdf", page(612, 792), 0.5);
    assertEquals(306, picture.getWidth());
    assertEquals(396, picture.getHeight());
    assertTrue(hasInk(picture, new BoundingBox(0, 0, 612, 792), 0.5));
  }

  @Test
  void aFileThatIsNoLongerReadableStillShowsItsText() throws IOException {
    Path gone = Path.of("there-is-no-such-file.pdf");
    assertTrue(hasInk(draw(Optional.of(gone), "application/pdf", PAGE, 1), LINE, 1));
  }

  @Test
  void pagesOfAnySizeStayWithinLimits() throws IOException {
    BufferedImage large = draw(Optional.empty(), "text/csv", page(20_000, 300), 8);
    assertEquals(4000, large.getWidth());
    BufferedImage area = draw(Optional.empty(), "text/csv", page(5000, 5000), 8);
    assertTrue((long) area.getWidth() * area.getHeight() <= 10_010_000L);
    BufferedImage thin = draw(Optional.empty(), "text/csv", page(0.1, 0.1), 1);
    assertEquals(1, thin.getWidth());
  }
}
