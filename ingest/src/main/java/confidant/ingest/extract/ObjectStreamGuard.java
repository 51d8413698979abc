package confidant.ingest.extract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

  /** Length of the shorter word: of bytes that far apart, exactly one lies on each word. */
  private static final int STRIDE = CROSS_REFERENCES.length;

  /** By byte, where it stands among the first {@link #STRIDE} of either word, or -1. */
  private static final byte[] PLACES = places();

  /** The keyword follows the dictionary, and dictionaries of such streams are short. */
  private static final int LONGEST_DICTIONARY = 4096;

  /** What is unpacked only to be measured goes here, piece by piece. */
  private static final int SINK_BYTES = 1 << 13;

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
    for (int at = STRIDE - 1; at < bytes.limit(); at += STRIDE) {
      int place = PLACES[Byte.toUnsignedInt(bytes.get(at))];
      int start = at - place;
      if (place >= 0
          && (matches(bytes, start, OBJECT_STREAM) || matches(bytes, start, CROSS_REFERENCES))) {
        deadline.check();
        checkStreamAfter(bytes, start);
      }
    }
  }

  private static byte[] places() {
    byte[] places = new byte[1 << Byte.SIZE];
    Arrays.fill(places, (byte) -1);
    for (byte place = 0; place < STRIDE; place++) {
      places[OBJECT_STREAM[place]] = place;
      places[CROSS_REFERENCES[place]] = place;
    }
    return places;
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
    if (bytes.limit() - start <= Limits.HARMLESS_BYTES) {
      return;
    }
    byte[] sink = new byte[SINK_BYTES];
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
