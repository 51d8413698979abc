package confidant.engine.synth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.function.LongConsumer;

/**
 * Tells how much was written through a channel.
 *
 * @param written told the bytes of each write
 */
record ProgressChannel(WritableByteChannel target, LongConsumer written)
    implements WritableByteChannel {

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    int count = target.write(bytes);
    written.accept(count);
    return count;
  }

  @Override
  public boolean isOpen() {
    return target.isOpen();
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
