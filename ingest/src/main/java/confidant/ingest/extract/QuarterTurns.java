package confidant.ingest.extract;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Turns pictures by quarters of a circle, pixel by pixel. */
public final class QuarterTurns {

  private QuarterTurns() {}

  /** {@code image} turned clockwise by {@code degrees}, a multiple of 90; grey if it is turned. */
  public static BufferedImage clockwise(BufferedImage image, int degrees) {
    int quarters = Math.floorMod(degrees / 90, 4);
    if (quarters == 0) {
      return image;
    }
    boolean lying = quarters % 2 == 1;
    int width = lying ? image.getHeight() : image.getWidth();
    int height = lying ? image.getWidth() : image.getHeight();
    AffineTransform turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
    turn.quadrantRotate(quarters);
    turn.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
    BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = turned.createGraphics();
    try {
      graphics.drawImage(image, turn, null);
    } finally {
      graphics.dispose();
    }
    return turned;
  }
}
