package confidant.engine.synth;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/**
 * A file of a checkpoint before it is written.
 *
 * @param size exact number of bytes
 */
record PlannedFile(String name, long size, Content content) {

  /** Streams the file's bytes. */
  @FunctionalInterface
  interface Content {
    void writeTo(WritableByteChannel out) throws IOException;
  }
}
