package confidant.ingest.extract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Measures the streams that the PDF library unpacks while it opens a file, before {@link
 * StreamGuard} can see them: object streams and cross-reference streams. Works on the bytes of the
 * file, so it cannot see into encrypted ones.
 */
final class ObjectStreamGuard {

  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OBJECT_STREAM = "/ObjStm".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CROSS_REFERENCES = "/XRef".getBytes(StandardCharsets.US_ASCII);

  /** The keyword follows the dictionary, and dictionaries of such streams are short. */
  private static final int LONGEST_DICTIONARY = 4096;

  private ObjectStreamGuard() {}

  /**
   * Checks all such streams of {@code source}.
   *
   * @throws LimitExceededException if one unpacks to too much
   */
  static void check(Source source, Deadline deadline) throws IOException {
    switch (source) {
      case Source.OfBytes(_, var bytes) -> check(ByteBuffer.wrap(bytes), deadline);
      case Source.OfFile(var file) -> {
        try (FileChannel channel = FileChannel.open(file)) {
          if (channel.size() > Integer.MAX_VALUE) {
            throw new LimitExceededException("larger than 2 GB");
          }
          check(channel.map(MapMode.READ_ONLY, 0, channel.size()), deadline);
        }
      }
    }
  }

  private static void check(ByteBuffer bytes, Deadline deadline) {
    for (int at = 0; at < bytes.limit(); at++) {
      if (bytes.get(at) == '/'
          && (matches(bytes, at, OBJECT_STREAM) || matches(bytes, at, CROSS_REFERENCES))) {
        deadline.check();
        checkStreamAfter(bytes, at);
      }
    }
  }

  private static void checkStreamAfter(ByteBuffer bytes, int from) {
    int end = Math.min(bytes.limit(), from + LONGEST_DICTIONARY);
    for (int at = from; at < end; at++) {
      if (bytes.get(at) == 's' && matches(bytes, at, STREAM)) {
        int start = at + STREAM.length;
        while (start < bytes.limit() && (bytes.get(start) == '\r' || bytes.get(start) == '\n')) {
          start++;
        }
        measure(bytes, start);
        return;
      }
    }
  }

  private static void measure(ByteBuffer bytes, int start) {
    byte[] sink = new byte[1 << 16];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(bytes.slice(start, bytes.limit() - start));
      while (!inflater.finished() && inflater.inflate(sink) > 0) {
        if (inflater.getBytesWritten() > Limits.STREAM_BYTES) {
          throw new LimitExceededException("an object stream unpacks to too many bytes");
        }
      }
    } catch (DataFormatException e) {
      // Not deflated, or damaged: then it does not unpack to more than was seen so far.
      return;
    }
  }

  private static boolean matches(ByteBuffer bytes, int at, byte[] word) {
    if (at + word.length > bytes.limit()) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (bytes.get(at + i) != word[i]) {
        return false;
      }
    }
    return true;
  }
}
