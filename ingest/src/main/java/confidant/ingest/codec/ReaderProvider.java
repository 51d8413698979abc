package confidant.ingest.codec;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Tells ImageIO of a reader of ours. */
final class ReaderProvider extends ImageReaderSpi {

  /** Makes readers. */
  @FunctionalInterface
  interface Maker {
    ImageReader make(ImageReaderSpi provider) throws IOException;
  }

  /** Bytes that tell a format. */
  private static final int HEAD_BYTES = 12;

  private final Predicate<byte[]> begins;
  private final Maker maker;

  /**
   * A provider of one format.
   *
   * @param formats names of it
   * @param begins whether a file that starts with these bytes is of the format
   */
  ReaderProvider(
      List<String> formats,
      Class<? extends ImageReader> reader,
      Predicate<byte[]> begins,
      Maker maker) {
    vendorName = "Confidant";
    version = "1";
    names = formats.toArray(String[]::new);
    pluginClassName = reader.getName();
    inputTypes = new Class<?>[] {ImageInputStream.class};
    this.begins = begins;
    this.maker = maker;
  }

  /** Whether {@code other} reads the same format. */
  boolean rivals(ImageReaderSpi other) {
    List<String> own = Arrays.asList(names);
    return other != this
        && Arrays.stream(other.getFormatNames())
            .anyMatch(name -> own.contains(name.toLowerCase(Locale.ROOT)));
  }

  @Override
  public boolean canDecodeInput(Object source) throws IOException {
    if (!(source instanceof ImageInputStream in)) {
      return false;
    }
    byte[] head = new byte[HEAD_BYTES];
    in.mark();
    int count = in.read(head);
    in.reset();
    return count == HEAD_BYTES && begins.test(head);
  }

  @Override
  public ImageReader createReaderInstance(@Nullable Object extension) throws IOException {
    return maker.make(this);
  }

  @Override
  public String getDescription(@Nullable Locale locale) {
    return names[0];
  }
}
