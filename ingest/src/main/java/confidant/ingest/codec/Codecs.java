package confidant.ingest.codec;

import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Readers of pictures that Java lacks. They are handed to ImageIO by this code, not found by it:
 * then it makes no difference whether the program runs from modules or from a class path.
 */
public final class Codecs {

  private static final ReaderProvider JPEG_2000 =
      new ReaderProvider(
          List.of("jpeg2000", "jpeg 2000"),
          Jpeg2000Reader.class,
          Jpeg2000File::begins,
          Jpeg2000Reader::new);

  private static final ReaderProvider WEBP =
      new ReaderProvider(List.of("webp"), WebpReader.class, WebpFile::begins, WebpReader::new);

  /** Never found by content: it occurs within PDF files only, which name it. */
  private static final ReaderProvider JBIG2 =
      new ReaderProvider(List.of("jbig2"), Jbig2Reader.class, head -> false, Jbig2Reader::new);

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
}
