package confidant.ingest.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** All bytes of a picture as it is packed. */
final class PackedBytes {

  private static final int BUFFER = 1 << 16;

  private PackedBytes() {}

  /** The bytes of {@code in} from its start, to which it is set back. */
  static byte[] of(ImageInputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    in.seek(0);
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      bytes.write(buffer, 0, count);
      if (bytes.size() > CodecLimits.FILE_BYTES) {
        throw CodecException.tooLarge("More than " + CodecLimits.FILE_BYTES + " bytes");
      }
    }
    in.seek(0);
    return bytes.toByteArray();
  }
}
