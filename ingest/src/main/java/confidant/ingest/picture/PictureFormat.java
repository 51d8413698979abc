package confidant.ingest.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Formats of pictures, told by the first bytes of a file. */
enum PictureFormat {
  PNG("png", "\u0089PNG\r\n\u001a\n"),
  JPEG("jpeg", "\u00ff\u00d8\u00ff"),
  TIFF_LITTLE("tiff", "II*\0"),
  TIFF_BIG("tiff", "MM\0*"),
  BMP("bmp", "BM"),
  GIF("gif", "GIF8");

  /** Bytes needed to tell them apart. */
  static final int HEAD_BYTES = 8;

  private static final String JDK_MODULE = "java.desktop";

  private final String readerName;

  /** The first bytes, each as one character. */
  private final String magic;

  PictureFormat(String readerName, String magic) {
    this.readerName = readerName;
    this.magic = magic;
  }

  /** The format of a file that starts with {@code head}. */
  static Optional<PictureFormat> detect(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    return Arrays.stream(values()).filter(format -> start.startsWith(format.magic)).findFirst();
  }

  boolean isTiff() {
    return this == TIFF_LITTLE || this == TIFF_BIG;
  }

  /** The JDK's own reader, whatever plug-ins there are; the caller disposes of it. */
  ImageReader newReader() {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(readerName);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (JDK_MODULE.equals(reader.getClass().getModule().getName())) {
        return reader;
      }
      reader.dispose();
    }
    throw new IllegalStateException("This Java runtime lacks its reader of " + readerName);
  }
}
