package confidant.ingest.codec;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.jbig2.JBIG2ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JBIG2 pages of PDF files with Apache's decoder, which believes all that a file says,
 * after {@link Jbig2Guard} looked at them.
 */
final class Jbig2Reader extends ImageReader {

  private final JBIG2ImageReader decoder;
  private boolean checked;

  Jbig2Reader(ImageReaderSpi provider) throws IOException {
    super(provider);
    decoder = new JBIG2ImageReader(provider);
  }

  @Override
  public void setInput(Object source, boolean seekForwardOnly, boolean ignoreMetadata) {
    super.setInput(source, seekForwardOnly, ignoreMetadata);
    checked = false;
  }

  @Override
  public int getNumImages(boolean allowSearch) throws IOException {
    return checked().getNumImages(allowSearch);
  }

  @Override
  public int getWidth(int index) throws IOException {
    return checked().getWidth(index);
  }

  @Override
  public int getHeight(int index) throws IOException {
    return checked().getHeight(index);
  }

  @Override
  public Iterator<ImageTypeSpecifier> getImageTypes(int index) throws IOException {
    return checked().getImageTypes(index);
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
  public ImageReadParam getDefaultReadParam() {
    return decoder.getDefaultReadParam();
  }

  @Override
  public BufferedImage read(int index, @Nullable ImageReadParam param) throws IOException {
    JBIG2ImageReader opened = checked();
    ImageReadParam whole = opened.getDefaultReadParam();
    if (param == null) {
      return opened.read(index, whole);
    }
    whole.setSourceRegion(getSourceRegion(param, opened.getWidth(index), opened.getHeight(index)));
    BufferedImage image = opened.read(index, whole);
    int stepX = param.getSourceXSubsampling();
    int stepY = param.getSourceYSubsampling();
    // The decoder would drop thin strokes, and sides one pixel shorter than the PDF library
    // expects.
    return stepX > 1 || stepY > 1 ? Coarser.of(image, stepX, stepY) : image;
  }

  @Override
  public void dispose() {
    decoder.dispose();
  }

  private JBIG2ImageReader checked() throws IOException {
    if (!checked) {
      if (!(getInput() instanceof ImageInputStream in)) {
        throw new IllegalStateException("There is no input");
      }
      Jbig2Guard.check(PackedBytes.of(in));
      decoder.setInput(in);
      checked = true;
    }
    return decoder;
  }
}
