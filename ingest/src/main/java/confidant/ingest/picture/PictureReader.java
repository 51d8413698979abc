package confidant.ingest.picture;

import confidant.ingest.extract.Source;
import java.io.IOException;

/** Opens files of pictures: PNG, JPEG, TIFF, BMP and GIF. */
public final class PictureReader {

  private PictureReader() {}

  /**
   * Looks at the headers of a file, and decodes its first picture.
   *
   * @throws IOException if the file cannot be read; what is wrong with its content is a value
   */
  public static Decoded read(Source source) throws IOException {
    throw new IOException(source.name());
  }
}
