package confidant.ingest.picture;

import confidant.ingest.codec.PackedPictures;
import confidant.ingest.extract.Source;
import confidant.ingest.picture.Decoded.Failed;
import confidant.ingest.picture.Decoded.Pictures;
import confidant.ingest.picture.Decoded.Reason;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes files of pictures for tests, and opens them. */
final class PictureFiles {

  /** Where the segments of a JPEG begin, and the chunks of a PNG after its header. */
  private static final int JPEG_SEGMENTS = 2;

  private static final int PNG_CHUNKS = 33;

  private PictureFiles() {}

  static byte[] write(BufferedImage image, String format) {
    return switch (format) {
      case "jp2" -> PackedPictures.jpeg2000(image, 3);
      case "j2k" -> PackedPictures.codestream(PackedPictures.jpeg2000(image, 3));
      case "webp" -> PackedPictures.webp(image, true);
      default -> writeWithJdk(image, format);
    };
  }

  private static byte[] writeWithJdk(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("no writer of " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A TIFF file of several pictures, packed as ImageIO names it. */
  static byte[] tiff(List<BufferedImage> images, String packing) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam plan = writer.getDefaultWriteParam();
      plan.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      plan.setCompressionType(packing);
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (BufferedImage image : images) {
        writer.writeToSequence(new IIOImage(image, null, null), plan);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** A progressive JPEG. */
  static byte[] progressive(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam plan = writer.getDefaultWriteParam();
      plan.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), plan);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** A JPEG of four inks, without a word on what they are. */
  static byte[] inks(Raster raster) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(raster, null, null), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** Puts a segment at the start of a JPEG. */
  static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
    ByteBuffer segment = ByteBuffer.allocate(4 + data.length);
    segment.put((byte) 0xff).put((byte) marker).putShort((short) (2 + data.length)).put(data);
    return insert(jpeg, JPEG_SEGMENTS, segment.array());
  }

  static byte[] withExifOrientation(byte[] jpeg, int orientation) {
    return withSegment(jpeg, 0xe1, exif(orientation));
  }

  /** Puts a chunk at the end of a WebP file. */
  static byte[] withOrientationChunk(byte[] webp, int orientation) {
    byte[] exif = exif(orientation);
    ByteBuffer chunk = ByteBuffer.allocate(8 + exif.length).order(ByteOrder.LITTLE_ENDIAN);
    chunk.put("EXIF".getBytes(StandardCharsets.ISO_8859_1)).putInt(exif.length).put(exif);
    byte[] file = insert(webp, webp.length, chunk.array());
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(4, file.length - 8);
    return file;
  }

  /** Exif data of one entry, in Motorola's order. */
  private static byte[] exif(int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4);
    exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1);
    exif.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation);
    return exif.array();
  }

  static byte[] withAdobe(byte[] jpeg, int transform) {
    ByteBuffer adobe = ByteBuffer.allocate(12);
    adobe.put("Adobe".getBytes(StandardCharsets.ISO_8859_1)).putShort((short) 100);
    adobe.putInt(0).put((byte) transform);
    return withSegment(jpeg, 0xee, adobe.array());
  }

  /** Puts a chunk after the header of a PNG; check sums are not looked at. */
  static byte[] withChunk(byte[] png, String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
    chunk.putInt(data.length).put(type.getBytes(StandardCharsets.ISO_8859_1)).put(data);
    return insert(png, PNG_CHUNKS, chunk.array());
  }

  static Decoded read(byte[] file) {
    try {
      return PictureReader.read(new Source.OfBytes("picture", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pictures of a file that must be readable. */
  static List<Frame> frames(byte[] file) {
    return switch (read(file)) {
      case Pictures pictures -> pictures.frames();
      case Failed failed -> throw new AssertionError(failed.reason());
    };
  }

  /** The first picture of a file that must be readable. */
  static GreyPicture first(byte[] file) {
    try {
      return GreyPictures.of(frames(file).getFirst().image());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Why a file cannot be read that must not be readable. */
  static Reason reason(byte[] file) {
    return switch (read(file)) {
      case Pictures pictures -> throw new AssertionError(pictures.frames().size() + " pictures");
      case Failed failed -> failed.reason();
    };
  }

  private static byte[] insert(byte[] file, int at, byte[] inserted) {
    ByteBuffer result = ByteBuffer.allocate(file.length + inserted.length);
    result.put(file, 0, at).put(inserted).put(file, at, file.length - at);
    return result.array();
  }
}
