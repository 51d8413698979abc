package confidant.ingest.picture;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * Makes pictures of pages ready for reading: cuts the sheet out of a photo, evens out the light,
 * turns, straightens and scales it in one step, levels lines that bend, and takes away what
 * disturbs: grain, speckles, filled boxes around print, ruling lines, leaders.
 */
public final class PicturePreparer {

  private PicturePreparer() {}

  /**
   * Makes a picture ready for reading.
   *
   * @param image of a page, of a sheet on something darker, or of a screen
   * @param pixelsPerInch of the image, or 0 if unknown
   * @param orientation is asked when the letters may stand on their heads
   */
  public static PreparedPicture prepare(
      BufferedImage image, double pixelsPerInch, Orientation orientation) {
    GreyPicture page = GreyPictures.of(image);
    Homography toImage = Homography.IDENTITY;
    Optional<Quad> sheet = SheetFinder.find(page);
    if (sheet.isPresent()) {
      int width = sheet.get().frontWidth();
      int height = sheet.get().frontHeight();
      toImage = Homography.fromRectangle(width, height, sheet.get().xs(), sheet.get().ys());
      page = Resampler.resample(page, toImage, width, height);
    } else {
      page = Polarity.darkOnBright(page);
    }
    page = Grain.smooth(Illumination.flattenBroadly(page));
    Proof proof = Proof.of(page, orientation);
    Despeckle.clean(page, proof.xHeight());
    return draw(page, proof, Resolution.believed(pixelsPerInch), toImage);
  }

  /** Draws a page whose paper is white, which may be changed. */
  private static PreparedPicture draw(
      GreyPicture page, Proof proof, double pixelsPerInch, Homography toImage) {
    Pose pose = proof.pose();
    double magnification = Magnification.of(proof, pixelsPerInch);
    double xHeight = Magnification.xHeight(proof, magnification);
    GreyPicture drawn = proof.bend().straighten(pose.draw(page, magnification));
    TonedBoxes.clear(drawn, xHeight);
    drawn = Illumination.flatten(drawn);
    List<Rule> rules = RuleEraser.erase(drawn, xHeight);
    LeaderEraser.erase(drawn, xHeight);
    // Crumbs of lines that crossed.
    Despeckle.clean(drawn, xHeight);
    double pointsPerPixel =
        PageSize.pointsPerPixel(
                pose.uprightWidth(), pose.uprightHeight(), pixelsPerInch, proof.xHeight())
            / magnification;
    Placement placement =
        new Placement(
            drawn.width(),
            drawn.height(),
            pointsPerPixel,
            toImage.after(pose.toPicture(magnification)),
            proof.bend());
    return new PreparedPicture(
        drawn, placement, rules.stream().map(rule -> rule.onPage(placement)).toList());
  }
}
