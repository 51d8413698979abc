package confidant.ingest.picture;

/**
 * A grey picture. The pixels are not copied; who hands them over leaves them alone.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param pixels row by row from the top, (height, width), each an unsigned byte: 0 black to 255
 *     white
 */
public record GreyPicture(int width, int height, byte[] pixels) {

  static final int BLACK = 0;
  static final int WHITE = 255;

  public GreyPicture {
    if (width < 1 || height < 1 || (long) width * height != pixels.length) {
      throw new IllegalArgumentException(
          "%d x %d pixels do not make %d bytes".formatted(width, height, pixels.length));
    }
  }

  /** How bright the pixel is, 0 to 255. */
  int at(int x, int y) {
    return pixels[y * width + x] & 0xff;
  }
}
