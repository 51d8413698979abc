package confidant.samples.scan;

import confidant.samples.chance.Dice;
import java.util.List;
import java.util.Locale;

/**
 * How a page is spoilt.
 *
 * @param dpi dots per inch of the picture
 * @param skew turn by accident, in degrees clockwise
 * @param quarters turns by 90 degrees clockwise, 0 to 3
 * @param blurs how often neighbouring dots are mixed
 * @param noise deviation of a dot's brightness, of 255
 * @param shade how much darker the darkest edge is, 0 to 1
 * @param jpegQuality 0 to 1
 * @param form the file that holds it
 */
public record ScanPlan(
    int dpi,
    double skew,
    int quarters,
    int blurs,
    double noise,
    double shade,
    double jpegQuality,
    Form form) {

  /** Files that hold pictures. */
  public enum Form {
    /** A PDF of nothing but pictures. */
    PDF,
    PNG,
    JPEG
  }

  private static final double MOST_SKEW = 2;

  /** One by chance; pictures hold one page, so papers of several pages become PDF. */
  public static ScanPlan roll(Dice dice, int pages) {
    return new ScanPlan(
        dice.pick(List.of(100, 150, 200, 300)),
        dice.between(-MOST_SKEW, MOST_SKEW),
        dice.chance(0.8) ? 0 : dice.between(1, 3),
        dice.below(3),
        dice.between(0.0, 14.0),
        dice.between(0.0, 0.35),
        dice.between(0.35, 0.9),
        pages > 1 ? Form.PDF : dice.pick(List.of(Form.values())));
  }

  /** In words. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "%s, %d dpi, skew %.2f, turned %d, blurred %d, noise %.1f, shade %.2f, jpeg %.2f",
        form,
        dpi,
        skew,
        90 * quarters,
        blurs,
        noise,
        shade,
        jpegQuality);
  }
}
