package confidant.ingest.codec;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of one picture with Leptonica, grey or in red, green and blue; where it is
 * transparent, white paper shows. What is too large to be decoded whole is decoded smaller and
 * drawn out, so that it has the size that is asked for.
 */
abstract class LeptonicaReader extends ImageReader {

  /** A picture whose header was read. */
  interface Packed {

    Layout layout();

    /**
     * Decodes it, with its sides divided by {@code reduction}; null if that cannot be done. The
     * caller destroys the result.
     */
    @Nullable PIX decode(int reduction);
  }

  private @Nullable Packed packed;

  LeptonicaReader(ImageReaderSpi provider) {
    super(provider);
  }

  /** Reads the header of a file. */
  abstract Packed open(byte[] file) throws IOException;

  @Override
  public void setInput(Object source, boolean seekForwardOnly, boolean ignoreMetadata) {
    super.setInput(source, seekForwardOnly, ignoreMetadata);
    packed = null;
  }

  @Override
  public int getNumImages(boolean allowSearch) {
    return 1;
  }

  @Override
  public int getWidth(int index) throws IOException {
    return packed(index).layout().width();
  }

  @Override
  public int getHeight(int index) throws IOException {
    return packed(index).layout().height();
  }

  @Override
  public Iterator<ImageTypeSpecifier> getImageTypes(int index) throws IOException {
    return List.of(type(packed(index).layout())).iterator();
  }

  @Override
  public @Nullable IIOMetadata getStreamMetadata() {
    return null;
  }

  @Override
  public @Nullable IIOMetadata getImageMetadata(int index) {
    return null;
  }

  @Override
  public BufferedImage read(int index, @Nullable ImageReadParam param) throws IOException {
    Packed picture = packed(index);
    Layout layout = picture.layout();
    ImageReadParam plan = param == null ? getDefaultReadParam() : param;
    Rectangle region = getSourceRegion(plan, layout.width(), layout.height());
    int stepX = plan.getSourceXSubsampling();
    int stepY = plan.getSourceYSubsampling();
    int width = Math.ceilDiv(region.width, stepX);
    int height = Math.ceilDiv(region.height, stepY);
    if ((long) width * height * layout.bands() > CodecLimits.DECODED_BYTES) {
      throw CodecException.tooLarge(width + " x " + height + " pixels");
    }
    int reduction = layout.reduction(Math.min(stepX, stepY));
    Optional<Throwable> failure = Leptonica.load();
    if (failure.isPresent()) {
      throw CodecException.unsupported("Its decoder does not load: " + failure.get());
    }
    @Nullable PIX pix = picture.decode(reduction);
    if (pix == null) {
      throw CodecException.damaged("Leptonica does not decode it");
    }
    try {
      BufferedImage image = type(layout).createBufferedImage(width, height);
      new PixCopy(pix, layout, reduction).to(image, region, stepX, stepY);
      return image;
    } finally {
      leptonica.pixDestroy(pix);
    }
  }

  private Packed packed(int index) throws IOException {
    if (index != 0) {
      throw new IndexOutOfBoundsException(index);
    }
    Packed known = packed;
    if (known == null) {
      if (!(getInput() instanceof ImageInputStream in)) {
        throw new IllegalStateException("There is no input");
      }
      known = open(PackedBytes.of(in));
      packed = known;
    }
    return known;
  }

  /** Samples side by side in the order in which they are named. */
  private static ImageTypeSpecifier type(Layout layout) {
    return layout.colored()
        ? ImageTypeSpecifier.createInterleaved(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            new int[] {0, 1, 2},
            DataBuffer.TYPE_BYTE,
            false,
            false)
        : ImageTypeSpecifier.createGrayscale(Byte.SIZE, DataBuffer.TYPE_BYTE, false);
  }
}
