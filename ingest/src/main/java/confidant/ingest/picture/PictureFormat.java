package confidant.ingest.picture;

import confidant.ingest.codec.Codecs;
import confidant.ingest.codec.Jpeg2000File;
import confidant.ingest.codec.WebpFile;
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
  GIF("gif", "GIF8"),
  JPEG_2000,
  WEBP;

  /** Bytes needed to tell them apart. */
  static final int HEAD_BYTES = 12;

  private static final String JDK_MODULE = "java.desktop";

  /** What the JDK calls a format that it reads. */
  private final String nameInJdk;

  /** The first bytes of such a format, each as one character. */
  private final String magic;

  /** A format that the JDK reads. */
  PictureFormat(String nameInJdk, String magic) {
    this.nameInJdk = nameInJdk;
    this.magic = magic;
  }

  /** A format that is read by code of ours, which knows how it begins. */
  PictureFormat() {
    this("", "");
  }

  /** The format of a file that starts with {@code head}. */
  static Optional<PictureFormat> detect(byte[] head) {
    return Arrays.stream(values()).filter(format -> format.begins(head)).findFirst();
  }

  private boolean begins(byte[] head) {
    return switch (this) {
      case JPEG_2000 -> Jpeg2000File.begins(head);
      case WEBP -> WebpFile.begins(head);
      default -> new String(head, StandardCharsets.ISO_8859_1).startsWith(magic);
    };
  }

  boolean isTiff() {
    return this == TIFF_LITTLE || this == TIFF_BIG;
  }

  /** Our reader, or else the JDK's own, whatever plug-ins there are; the caller disposes of it. */
  ImageReader newReader() {
    return switch (this) {
      case JPEG_2000 -> Codecs.jpeg2000();
      case WEBP -> Codecs.webp();
      default -> readerOfJdk();
    };
  }

  private ImageReader readerOfJdk() {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(nameInJdk);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (JDK_MODULE.equals(reader.getClass().getModule().getName())) {
        return reader;
      }
      reader.dispose();
    }
    throw new IllegalStateException("This Java runtime lacks its reader of " + nameInJdk);
  }
}
