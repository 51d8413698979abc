package confidant.ingest.picture;

import java.io.IOException;
import java.util.OptionalLong;

/**
 * What the notes of a camera say that is of use.
 *
 * @param turn that makes the picture upright
 * @param pixelsPerInch 0 if they do not say
 */
record ExifNotes(ExifTurn turn, double pixelsPerInch) {

  /** There are no notes. */
  static final ExifNotes NONE = new ExifNotes(ExifTurn.NONE, 0);

  /** Reads notes, which are a TIFF file without pixels. */
  static ExifNotes of(byte[] tiff) {
    try (ByteImageStream in = new ByteImageStream(tiff)) {
      OptionalLong first = TiffDirectory.readHeader(in);
      if (first.isEmpty()) {
        return NONE;
      }
      TiffDirectory directory = TiffDirectory.read(in, first.getAsLong());
      return new ExifNotes(ExifTurn.of(directory.orientation()), directory.pixelsPerInch());
    } catch (IOException e) {
      // They are cut off; the picture may be whole.
      return NONE;
    }
  }
}
