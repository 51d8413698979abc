package confidant.ingest.picture;

import java.awt.image.BufferedImage;
import java.util.List;

/** Makes pictures of pages ready for reading. */
public final class PicturePreparer {

  private PicturePreparer() {}

  /**
   * Makes a picture ready for reading.
   *
   * @param image of a page, a sheet on a table, or a receipt
   * @param pixelsPerInch of the image, or 0 if unknown
   * @param orientation is asked when the letters may stand on their heads
   */
  public static PreparedPicture prepare(
      BufferedImage image, double pixelsPerInch, Orientation orientation) {
    GreyPicture grey = GreyPictures.of(image);
    Placement placement =
        new Placement(grey.width(), grey.height(), 72 / pixelsPerInch, Homography.IDENTITY);
    return new PreparedPicture(grey, placement, List.of());
  }
}
