package confidant.ingest.picture;

import confidant.ingest.codec.CodecException;
import confidant.ingest.codec.Codecs;
import confidant.ingest.codec.Jpeg2000File;
import confidant.ingest.codec.WebpFile;
import confidant.ingest.extract.Source;
import confidant.ingest.picture.Decoded.Failed;
import confidant.ingest.picture.Decoded.Pictures;
import confidant.ingest.picture.Decoded.Reason;
import confidant.ingest.picture.JpegFile.Inks;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Opens files of pictures: PNG, JPEG, TIFF, BMP, JPEG 2000, WebP and GIF, of which the first
 * picture is taken. Sizes are looked at before anything is decoded, and what is larger than reading
 * needs is decoded with gaps. Nothing is written to the disk.
 */
public final class PictureReader {

  static {
    // Who draws pictures of files asks ImageIO for them.
    Codecs.install();
  }

  private PictureReader() {}

  /**
   * Opens a file, and decodes its picture if it holds but one.
   *
   * @throws IOException if the file cannot be read; what is wrong with its content is a value
   */
  public static Decoded read(Source source) throws IOException {
    if (source.size() == 0) {
      return new Failed(Reason.EMPTY);
    }
    Optional<PictureFormat> format = PictureFormat.detect(head(source));
    if (format.isEmpty()) {
      return new Failed(Reason.UNSUPPORTED);
    }
    try {
      return new Pictures(frames(source, format.get()));
    } catch (UnreadablePictureException e) {
      return new Failed(e.reason());
    } catch (CodecException e) {
      return new Failed(UnreadablePictureException.of(e).reason());
    }
  }

  private static byte[] head(Source source) throws IOException {
    try (InputStream in = source.open()) {
      return in.readNBytes(PictureFormat.HEAD_BYTES);
    }
  }

  private static List<Frame> frames(Source source, PictureFormat format) throws IOException {
    if (format.isTiff()) {
      List<Frame> frames = TiffFile.frames(source, format);
      if (frames.size() == 1) {
        frames.getFirst().decodeAhead();
      }
      return frames;
    }
    if (source.size() > PictureLimits.FILE_BYTES) {
      throw UnreadablePictureException.tooLarge(source.size() + " bytes");
    }
    byte[] file = source.bytes();
    Frame frame =
        switch (format) {
          case PNG -> frame(format, PngFile.clean(file), Inks.NONE, false);
          case BMP -> frame(format, BmpFile.clean(file), Inks.NONE, false);
          case JPEG -> ofJpeg(JpegFile.parse(file));
          case JPEG_2000 -> frame(format, ofJpeg2000(file), Inks.NONE, false);
          case WEBP -> frame(format, ofWebp(file), Inks.NONE, false);
          default -> frame(format, new CleanPicture(file, 0, ExifTurn.NONE), Inks.NONE, false);
        };
    frame.decodeAhead();
    return List.of(frame);
  }

  private static Frame ofJpeg(JpegFile jpeg) throws IOException {
    if (!jpeg.isComplete() && jpeg.hasSeveralScans()) {
      throw UnreadablePictureException.damaged("It ends before its last scan");
    }
    return frame(PictureFormat.JPEG, jpeg.clean(), jpeg.inks(), !jpeg.isComplete());
  }

  private static CleanPicture ofJpeg2000(byte[] file) throws CodecException {
    double perMetre = Jpeg2000File.parse(file).pixelsPerMetre();
    return new CleanPicture(file, Resolution.ofMetres(perMetre), ExifTurn.NONE);
  }

  private static CleanPicture ofWebp(byte[] file) throws CodecException {
    ExifNotes notes = WebpFile.parse(file).exif().map(ExifNotes::of).orElse(ExifNotes.NONE);
    return new CleanPicture(file, notes.pixelsPerInch(), notes.turn());
  }

  private static Frame frame(
      PictureFormat format, CleanPicture clean, Inks inks, boolean endMissing) throws IOException {
    PictureDecoder decoder = new PictureDecoder(format, 0, inks);
    int step = decoder.step(new ByteImageStream(clean.bytes()));
    return new Frame(
        () -> {
          GreyPicture picture = decoder.decode(new ByteImageStream(clean.bytes()));
          if (endMissing && BlankEnd.of(picture)) {
            throw UnreadablePictureException.damaged("Its lower rows are missing");
          }
          return clean.turn().apply(picture);
        },
        Resolution.believed(clean.pixelsPerInch()) / step);
  }
}
