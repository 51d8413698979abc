package confidant.ingest.codec;

import javax.imageio.spi.ImageReaderSpi;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;
import org.jspecify.annotations.Nullable;

/** Reads JPEG 2000 pictures. */
final class Jpeg2000Reader extends LeptonicaReader {

  Jpeg2000Reader(ImageReaderSpi provider) {
    super(provider);
  }

  @Override
  Packed open(byte[] file) throws CodecException {
    return new Opened(Jpeg2000File.parse(file));
  }

  private record Opened(Jpeg2000File file) implements Packed {

    @Override
    public Layout layout() {
      return file.layout();
    }

    @Override
    public @Nullable PIX decode(int reduction) {
      byte[] plain = file.plain();
      return leptonica.pixReadMemJp2k(plain, plain.length, reduction, null, 0, 0);
    }
  }
}
