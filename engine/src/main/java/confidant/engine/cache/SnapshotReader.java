package confidant.engine.cache;

import confidant.engine.api.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Reads what {@link SnapshotWriter} wrote, and no byte more than it is asked for. */
final class SnapshotReader {
  private static final int BUFFER_BYTES = 1 << 18;

  private final InputStream in;
  private final byte[] bytes = new byte[BUFFER_BYTES];
  private final MemorySegment memory = MemorySegment.ofArray(bytes);
  private final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  private final CRC32C checksum = new CRC32C();
  private long position;

  SnapshotReader(InputStream in) {
    this.in = in;
  }

  /** {@code element} as it is stored: little-endian, at any byte. */
  static ValueLayout stored(ValueLayout element) {
    return element.withOrder(ByteOrder.LITTLE_ENDIAN).withByteAlignment(1);
  }

  /**
   * The next {@code count} bytes, little-endian, until something else is read.
   *
   * @throws EngineException.Damaged if the stream ends before
   */
  ByteBuffer take(int count) throws IOException, EngineException {
    fetch(count);
    checksum.update(bytes, 0, count);
    return buffer;
  }

  /** Reads {@code numbers.length} numbers. */
  void take(int[] numbers) throws IOException, EngineException {
    int most = BUFFER_BYTES / Integer.BYTES;
    for (int done = 0; done < numbers.length; done += most) {
      int count = Math.min(most, numbers.length - done);
      take(count * Integer.BYTES).asIntBuffer().get(numbers, done, count);
    }
  }

  /** Reads {@code count} bytes into native memory from {@code offset}, whole elements. */
  void take(MemorySegment target, ValueLayout element, long offset, long count)
      throws IOException, EngineException {
    ValueLayout stored = stored(element);
    for (long done = 0; done < count; ) {
      int piece = (int) Math.min(count - done, BUFFER_BYTES);
      take(piece);
      MemorySegment.copy(
          memory, stored, 0, target, element, offset + done, piece / element.byteSize());
      done += piece;
    }
  }

  /**
   * Ends a section.
   *
   * @param what it holds, for the sentence about its damage
   * @throws EngineException.Damaged if its bytes are not those that were written
   */
  void endSection(String what) throws IOException, EngineException {
    int expected = (int) checksum.getValue();
    checksum.reset();
    fetch(Integer.BYTES);
    if (buffer.getInt(0) != expected) {
      throw damaged("is damaged in its " + what);
    }
  }

  private void fetch(int count) throws IOException, EngineException {
    buffer.clear().limit(count);
    int got = in.readNBytes(bytes, 0, count);
    position += got;
    if (got < count) {
      throw damaged("ends too early, after " + position + " bytes");
    }
  }

  /** What is wrong with the snapshot, as a verb and what belongs to it, in a sentence. */
  static EngineException.Damaged damaged(String fault) {
    return new EngineException.Damaged(
        "The snapshot " + fault + "; delete it and read the papers again.");
  }
}
