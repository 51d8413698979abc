package confidant.ingest.codec;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Tells ImageIO of a reader of ours. Each is a class of its own: ImageIO keeps one of a class. */
abstract class ReaderProvider extends ImageReaderSpi {

  /** Bytes that tell a format. */
  private static final int HEAD_BYTES = 12;

  /**
   * A provider of one format.
   *
   * @param formats names of it, in small letters
   */
  ReaderProvider(Class<? extends ImageReader> reader, List<String> formats) {
    vendorName = "Confidant";
    version = "1";
    names = formats.toArray(String[]::new);
    pluginClassName = reader.getName();
    inputTypes = new Class<?>[] {ImageInputStream.class};
  }

  /** Whether a file that starts with {@code head} is of the format. */
  abstract boolean begins(byte[] head);

  /** Whether {@code other} reads the same format. */
  final boolean rivals(ImageReaderSpi other) {
    List<String> own = Arrays.asList(names);
    return Arrays.stream(other.getFormatNames())
        .anyMatch(name -> own.contains(name.toLowerCase(Locale.ROOT)));
  }

  @Override
  public final boolean canDecodeInput(Object source) throws IOException {
    if (!(source instanceof ImageInputStream in)) {
      return false;
    }
    byte[] head = new byte[HEAD_BYTES];
    in.mark();
    int count = in.read(head);
    in.reset();
    return count == HEAD_BYTES && begins(head);
  }

  @Override
  public final String getDescription(@Nullable Locale locale) {
    return names[0];
  }
}
