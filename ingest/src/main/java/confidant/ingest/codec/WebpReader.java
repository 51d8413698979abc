package confidant.ingest.codec;

import javax.imageio.spi.ImageReaderSpi;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;
import org.jspecify.annotations.Nullable;

/** Reads WebP pictures. */
final class WebpReader extends LeptonicaReader {

  WebpReader(ImageReaderSpi provider) {
    super(provider);
  }

  @Override
  Packed open(byte[] file) throws CodecException {
    return new Opened(file, WebpFile.parse(file).layout());
  }

  private record Opened(byte[] file, Layout layout) implements Packed {

    /** The format knows no reductions, and its layout allows none. */
    @Override
    public @Nullable PIX decode(int reduction) {
      return leptonica.pixReadMemWebP(file, file.length);
    }
  }
}
