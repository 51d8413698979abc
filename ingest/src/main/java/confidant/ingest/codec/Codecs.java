package confidant.ingest.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.jspecify.annotations.Nullable;

/**
 * Readers of pictures that Java lacks. They are handed to ImageIO by this code, not found by it:
 * then it makes no difference whether the program runs from modules or from a class path.
 */
public final class Codecs {

  private static final ReaderProvider JPEG_2000 = new Jpeg2000();
  private static final ReaderProvider WEBP = new Webp();
  private static final ReaderProvider JBIG2 = new Jbig2();

  private static boolean installed;

  private Codecs() {}

  /** A reader of JPEG 2000 pictures; the caller disposes of it. */
  public static ImageReader jpeg2000() {
    return new Jpeg2000Reader(JPEG_2000);
  }

  /** A reader of WebP pictures; the caller disposes of it. */
  public static ImageReader webp() {
    return new WebpReader(WEBP);
  }

  /**
   * Lets ImageIO, and with it the PDF library, read these formats with our readers and no others,
   * in all threads, and keep what it reads in memory instead of files. Idempotent.
   */
  public static synchronized void install() {
    if (!installed) {
      IIORegistry registry = IIORegistry.getDefaultInstance();
      List.of(JPEG_2000, WEBP, JBIG2).forEach(provider -> install(registry, provider));
      ImageIO.setUseCache(false);
      installed = true;
    }
  }

  private static void install(IIORegistry registry, ReaderProvider provider) {
    List<ImageReaderSpi> rivals = new ArrayList<>();
    registry
        .getServiceProviders(
            ImageReaderSpi.class,
            other -> other instanceof ImageReaderSpi spi && provider.rivals(spi),
            false)
        .forEachRemaining(rivals::add);
    // Such as the JBIG2 decoder itself, which would be used without a look at its input.
    rivals.forEach(rival -> registry.deregisterServiceProvider(rival, ImageReaderSpi.class));
    registry.registerServiceProvider(provider, ImageReaderSpi.class);
  }

  private static final class Jpeg2000 extends ReaderProvider {

    Jpeg2000() {
      super(Jpeg2000Reader.class, List.of("jpeg2000", "jpeg 2000"));
    }

    @Override
    boolean begins(byte[] head) {
      return Jpeg2000File.begins(head);
    }

    @Override
    public ImageReader createReaderInstance(@Nullable Object extension) {
      return new Jpeg2000Reader(this);
    }
  }

  private static final class Webp extends ReaderProvider {

    Webp() {
      super(WebpReader.class, List.of("webp"));
    }

    @Override
    boolean begins(byte[] head) {
      return WebpFile.begins(head);
    }

    @Override
    public ImageReader createReaderInstance(@Nullable Object extension) {
      return new WebpReader(this);
    }
  }

  private static final class Jbig2 extends ReaderProvider {

    Jbig2() {
      super(Jbig2Reader.class, List.of("jbig2"));
    }

    /** It is read within PDF files only, which name it. */
    @Override
    boolean begins(byte[] head) {
      return false;
    }

    @Override
    public ImageReader createReaderInstance(@Nullable Object extension) throws IOException {
      return new Jbig2Reader(this);
    }
  }
}
