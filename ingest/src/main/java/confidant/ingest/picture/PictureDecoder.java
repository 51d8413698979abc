package confidant.ingest.picture;

import confidant.ingest.codec.CodecException;
import confidant.ingest.picture.JpegFile.Inks;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes one picture of a stream with the JDK's readers, which trust their input – whatever they
 * throw means a damaged file –, or with ours.
 */
final class PictureDecoder {

  private static final int UNKNOWN_BITS = 32;

  /** What is done with a reader. */
  private interface Reading<T> {
    T apply(ImageReader reader) throws IOException;
  }

  private final PictureFormat format;
  private final int index;
  private final Inks inks;

  /**
   * A decoder of one picture.
   *
   * @param index of the picture in its file, from 0
   * @param inks how it is printed, if by inks
   */
  PictureDecoder(PictureFormat format, int index, Inks inks) {
    this.format = format;
    this.index = index;
    this.inks = inks;
  }

  /**
   * How many pixels apart those are that {@link #decode} takes, across and down; 1 takes all.
   *
   * @throws UnreadablePictureException if the picture is too large or damaged
   */
  int step(ImageInputStream in) throws UnreadablePictureException {
    return read(in, reader -> step(reader));
  }

  /**
   * Decodes the picture.
   *
   * @throws UnreadablePictureException if it is too large or damaged
   */
  GreyPicture decode(ImageInputStream in) throws UnreadablePictureException {
    return read(in, reader -> decode(reader));
  }

  private <T> T read(ImageInputStream in, Reading<T> reading) throws UnreadablePictureException {
    ImageReader reader = format.newReader();
    try {
      reader.setInput(in, false, true);
      return reading.apply(reader);
    } catch (UnreadablePictureException e) {
      throw e;
    } catch (CodecException e) {
      throw UnreadablePictureException.of(e);
    } catch (IOException | RuntimeException | StackOverflowError | InternalError e) {
      throw new UnreadablePictureException(e);
    } finally {
      reader.dispose();
    }
  }

  private GreyPicture decode(ImageReader reader) throws IOException {
    int step = step(reader);
    ImageReadParam plan = reader.getDefaultReadParam();
    plan.setSourceSubsampling(step, step, 0, 0);
    return inks == Inks.NONE
        ? GreyPictures.of(reader.read(index, plan))
        : InkRaster.toGrey(reader.readRaster(index, plan), inks);
  }

  private int step(ImageReader reader) throws IOException {
    long width = reader.getWidth(index);
    long height = reader.getHeight(index);
    if (width * height > PictureLimits.PIXELS) {
      throw UnreadablePictureException.tooLarge(width + " x " + height + " pixels");
    }
    int bits = bitsPerPixel(reader);
    if (format.isTiff() && width * height * bits / 8 > PictureLimits.STRIP_BYTES) {
      throw UnreadablePictureException.tooLarge("Strips of " + width + " x " + height + " pixels");
    }
    return step(width, height, bits);
  }

  /** How many pixels apart those are that are decoded of a picture of this size. */
  static int step(long width, long height, int bits) {
    int step = 1;
    while (!fits(width / step * (height / step), bits)) {
      step++;
    }
    return step;
  }

  private static boolean fits(long pixels, int bits) {
    return pixels <= PictureLimits.DECODED_PIXELS
        && pixels * bits / 8 <= PictureLimits.DECODED_BYTES;
  }

  private int bitsPerPixel(ImageReader reader) throws IOException {
    if (inks != Inks.NONE) {
      return UNKNOWN_BITS;
    }
    Iterator<ImageTypeSpecifier> types = reader.getImageTypes(index);
    return types.hasNext() ? types.next().getColorModel().getPixelSize() : UNKNOWN_BITS;
  }
}
