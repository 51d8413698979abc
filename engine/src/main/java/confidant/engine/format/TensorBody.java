package confidant.engine.format;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Produces the bytes of a tensor while a checkpoint is written. */
public interface TensorBody {

  /** How many bytes {@link #writeTo} writes. */
  long size();

  void writeTo(WritableByteChannel out) throws IOException;

  /** A body that is in memory, at most 2 GB. */
  static TensorBody of(MemorySegment bytes) {
    return new TensorBody() {
      @Override
      public long size() {
        return bytes.byteSize();
      }

      @Override
      public void writeTo(WritableByteChannel out) throws IOException {
        writeFully(out, bytes.asByteBuffer());
      }
    };
  }

  /** Writes all of {@code bytes}. */
  static void writeFully(WritableByteChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
