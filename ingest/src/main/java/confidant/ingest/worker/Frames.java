package confidant.ingest.worker;

import confidant.ingest.json.DocumentMapper;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Messages through a pipe. A frame is
 *
 * <ol>
 *   <li>int32, big endian: length of what follows, 2 to {@link #MAX_BYTES}
 *   <li>the message as JSON in UTF-8
 * </ol>
 */
final class Frames {

  /** Far more than the largest document that the limits of reading let through. */
  static final int MAX_BYTES = 128 << 20;

  private static final int LENGTH_BYTES = Integer.BYTES;

  /** Numbers as elsewhere, only faster to write and to read: most of a page are places. */
  private static final ObjectWriter WRITER =
      DocumentMapper.get().writerFor(Message.class).with(StreamWriteFeature.USE_FAST_DOUBLE_WRITER);

  private static final ObjectReader READER =
      DocumentMapper.get().readerFor(Message.class).with(StreamReadFeature.USE_FAST_DOUBLE_PARSER);

  private Frames() {}

  /**
   * Writes one message and flushes.
   *
   * @throws IOException if the other side is gone, or the message is too large
   */
  static void write(OutputStream out, Message message) throws IOException {
    byte[] json = WRITER.writeValueAsBytes(message);
    if (json.length > MAX_BYTES) {
      throw new IOException("a message of " + json.length + " bytes");
    }
    // At once: each piece would wake the other side.
    out.write(
        ByteBuffer.allocate(LENGTH_BYTES + json.length).putInt(json.length).put(json).array());
    out.flush();
  }

  /** Reads messages from {@code in}. */
  static Reader reader(InputStream in) {
    return new Reader(new DataInputStream(new BufferedInputStream(in)));
  }

  /** One end of a pipe. */
  static final class Reader {
    private final DataInputStream in;

    private Reader(DataInputStream in) {
      this.in = in;
    }

    /**
     * The next message; empty at the end of the stream.
     *
     * @throws IOException if what comes is no message
     */
    Optional<Message> next() throws IOException {
      int length;
      try {
        length = in.readInt();
      } catch (EOFException e) {
        return Optional.empty();
      }
      if (length < 2 || length > MAX_BYTES) {
        throw new IOException("a frame of " + length + " bytes");
      }
      byte[] json = in.readNBytes(length);
      if (json.length < length) {
        throw new EOFException("a frame ends after " + json.length + " of " + length + " bytes");
      }
      return Optional.of(parse(json));
    }

    private static Message parse(byte[] json) throws IOException {
      try {
        @Nullable Message message = READER.readValue(json);
        if (message == null) {
          throw new IOException("no message");
        }
        return message;
      } catch (JacksonException e) {
        throw new IOException("no message: " + e.getOriginalMessage(), e);
      }
    }
  }
}
