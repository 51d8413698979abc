package confidant.ingest.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One picture of a file. It is decoded when asked for, so that a file of fifty pages never holds
 * fifty pictures in memory.
 */
public final class Frame {

  /** Decodes a picture. */
  interface Decoder {
    GreyPicture decode() throws IOException;
  }

  private final Decoder decoder;
  private final double pixelsPerInch;
  private @Nullable GreyPicture ready;

  /**
   * A picture that is decoded later.
   *
   * @param pixelsPerInch of the picture as {@code decoder} makes it; 0 if unknown
   */
  Frame(Decoder decoder, double pixelsPerInch) {
    this.decoder = decoder;
    this.pixelsPerInch = pixelsPerInch;
  }

  /** Decodes now and keeps the picture until it is asked for. */
  void decodeAhead() throws IOException {
    ready = decoder.decode();
  }

  /** How finely {@link #image()} is resolved, or 0 if the file does not say or is not believed. */
  public double pixelsPerInch() {
    return pixelsPerInch;
  }

  /**
   * The picture, grey, turned as the camera says.
   *
   * @throws UnreadablePictureException if it cannot be decoded
   * @throws IOException if the file cannot be read
   */
  public BufferedImage image() throws IOException {
    GreyPicture picture = ready;
    // Handed over, not kept: the caller decides how long it stays in memory.
    ready = null;
    return GreyPictures.toImage(picture == null ? decoder.decode() : picture);
  }
}
