package confidant.samples.scan;

import confidant.samples.chance.Dice;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/** Spoils the picture of one page: tilt, blur, uneven light, noise. */
final class PictureSpoiler {

  /** What lies around a tilted page, of 255. */
  private static final int AROUND = 232;

  private static final int WHITE = 255;

  private PictureSpoiler() {}

  /** A grey picture of the page as {@code plan} wants it. */
  static BufferedImage spoil(BufferedImage page, ScanPlan plan, Dice dice) {
    BufferedImage picture = turn(page, plan);
    for (int i = 0; i < plan.blurs(); i++) {
      picture = blur(picture);
    }
    darken(picture, plan, dice);
    return picture;
  }

  private static BufferedImage turn(BufferedImage page, ScanPlan plan) {
    boolean lying = plan.quarters() % 2 == 1;
    int width = lying ? page.getHeight() : page.getWidth();
    int height = lying ? page.getWidth() : page.getHeight();
    BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    AffineTransform transform = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
    transform.quadrantRotate(plan.quarters());
    transform.rotate(Math.toRadians(plan.skew()));
    transform.translate(-page.getWidth() / 2.0, -page.getHeight() / 2.0);
    Graphics2D graphics = turned.createGraphics();
    graphics.setColor(new Color(AROUND, AROUND, AROUND));
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(page, transform, null);
    graphics.dispose();
    return turned;
  }

  private static BufferedImage blur(BufferedImage picture) {
    float[] weights = new float[9];
    Arrays.fill(weights, 1 / 9f);
    return new ConvolveOp(new Kernel(3, 3, weights), ConvolveOp.EDGE_NO_OP, null)
        .filter(picture, null);
  }

  /** The light falls off from one corner to the other. */
  private static void darken(BufferedImage picture, ScanPlan plan, Dice dice) {
    WritableRaster raster = picture.getRaster();
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        double way = (x / (double) width + y / (double) height) / 2;
        double light = 1 - plan.shade() * way * way;
        double value = row[x] * light + dice.gaussian() * plan.noise();
        row[x] = Math.clamp(Math.round(value), 0, WHITE);
      }
      raster.setSamples(0, y, width, 1, 0, row);
    }
  }
}
