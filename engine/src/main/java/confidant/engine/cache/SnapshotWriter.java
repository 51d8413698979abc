package confidant.engine.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Writes sections of little-endian numbers, each followed by the CRC-32C of its bytes, in large
 * pieces.
 */
final class SnapshotWriter {
  private static final int BUFFER_BYTES = 1 << 20;

  private final OutputStream out;
  private final byte[] bytes = new byte[BUFFER_BYTES];
  private final MemorySegment memory = MemorySegment.ofArray(bytes);
  private final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  private final CRC32C checksum = new CRC32C();

  /** Where bytes begin that the checksum has not seen. */
  private int summed;

  SnapshotWriter(OutputStream out) {
    this.out = out;
  }

  void put(int number) throws IOException {
    room(Integer.BYTES);
    buffer.putInt(number);
  }

  void put(int[] numbers) throws IOException {
    for (int number : numbers) {
      put(number);
    }
  }

  /** Writes {@code few} bytes, fewer than the buffer has. */
  void put(byte[] few) throws IOException {
    room(few.length);
    buffer.put(few);
  }

  /**
   * Writes {@code count} bytes of native memory from {@code offset}, a whole number of elements.
   */
  void put(MemorySegment source, ValueLayout element, long offset, long count) throws IOException {
    ValueLayout stored = SnapshotReader.stored(element);
    long size = element.byteSize();
    for (long done = 0; done < count; ) {
      room((int) size);
      long piece = Math.min(count - done, buffer.remaining() / size * size);
      MemorySegment.copy(
          source, element, offset + done, memory, stored, buffer.position(), piece / size);
      buffer.position(buffer.position() + (int) piece);
      done += piece;
    }
  }

  /** Ends a section by its checksum. */
  void endSection() throws IOException {
    sum();
    int value = (int) checksum.getValue();
    checksum.reset();
    put(value);
    summed = buffer.position();
  }

  /** Hands over what is left. */
  void finish() throws IOException {
    drain();
  }

  private void room(int count) throws IOException {
    if (buffer.remaining() < count) {
      drain();
    }
  }

  private void drain() throws IOException {
    sum();
    out.write(bytes, 0, buffer.position());
    buffer.clear();
    summed = 0;
  }

  private void sum() {
    checksum.update(bytes, summed, buffer.position() - summed);
    summed = buffer.position();
  }
}
