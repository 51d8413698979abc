package confidant.ingest.picture;

import confidant.ingest.extract.Source;
import confidant.ingest.picture.JpegFile.Inks;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** The pictures of a TIFF file, which is read where it lies: scans of many pages are large. */
final class TiffFile {

  private TiffFile() {}

  /** The pages of the file, without thumbnails and masks of them. */
  static List<Frame> frames(Source source, PictureFormat format) throws IOException {
    List<TiffDirectory> directories;
    try (ImageInputStream in = open(source)) {
      directories = directories(in);
    } catch (EOFException e) {
      throw new UnreadablePictureException(e);
    }
    boolean anyPage = directories.stream().anyMatch(TiffDirectory::isPage);
    List<Frame> frames = new ArrayList<>();
    long pixels = 0;
    for (int i = 0; i < directories.size(); i++) {
      TiffDirectory directory = directories.get(i);
      if (directory.isPage() || !anyPage) {
        pixels += pixels(directory);
        frames.add(frame(source, new PictureDecoder(format, i, Inks.NONE), directory));
      }
    }
    if (pixels > PictureLimits.ALL_PIXELS) {
      throw UnreadablePictureException.tooLarge(pixels + " pixels in all");
    }
    return frames;
  }

  private static List<TiffDirectory> directories(ImageInputStream in) throws IOException {
    OptionalLong first = TiffDirectory.readHeader(in);
    if (first.isEmpty()) {
      throw UnreadablePictureException.damaged("Its header is wrong");
    }
    List<TiffDirectory> directories = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    long offset = first.getAsLong();
    // A chain that leads back to itself ends there.
    while (offset != 0 && seen.add(offset)) {
      if (directories.size() == PictureLimits.FRAMES) {
        throw UnreadablePictureException.tooLarge("More than " + PictureLimits.FRAMES + " pages");
      }
      TiffDirectory directory = TiffDirectory.read(in, offset);
      directories.add(directory);
      offset = directory.next();
    }
    if (directories.isEmpty()) {
      throw UnreadablePictureException.damaged("It holds no picture");
    }
    return directories;
  }

  /** Pixels of a page, cut down to what is decoded at most, so that sums do not overflow. */
  private static long pixels(TiffDirectory directory) {
    long width = Math.min(directory.width(), PictureLimits.PIXELS);
    long height = Math.min(directory.height(), PictureLimits.PIXELS);
    return Math.min(width * height, PictureLimits.PIXELS);
  }

  private static Frame frame(Source source, PictureDecoder decoder, TiffDirectory directory) {
    ExifTurn turn = ExifTurn.of(directory.orientation());
    boolean decoded = directory.width() > 0 && pixels(directory) < PictureLimits.PIXELS;
    int step =
        decoded
            ? PictureDecoder.step(directory.width(), directory.height(), directory.bitsPerPixel())
            : 1;
    return new Frame(
        () -> {
          try (ImageInputStream in = open(source)) {
            return turn.apply(decoder.decode(in));
          }
        },
        Resolution.believed(directory.pixelsPerInch()) / step);
  }

  private static ImageInputStream open(Source source) throws IOException {
    return switch (source) {
      case Source.OfFile file -> new FileImageInputStream(file.path().toFile());
      case Source.OfBytes held -> new ByteImageStream(held.bytes());
    };
  }
}
