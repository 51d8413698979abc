package confidant.engine.tokenizer;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns bytes that arrive piecewise into text without ever splitting a character. */
public final class StreamingDecoder {
  /** Longest incomplete UTF-8 sequence that can be held back. */
  private static final int MAX_TAIL_BYTES = 4;

  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private byte[] tail = new byte[0];

  /** The text that {@code bytes} completes; an unfinished character at the end waits. */
  public String append(byte[] bytes) {
    ByteBuffer in = ByteBuffer.allocate(tail.length + bytes.length).put(tail).put(bytes).flip();
    CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
    CoderResult result = utf8.decode(in, out, false);
    if (result.isOverflow() || in.remaining() > MAX_TAIL_BYTES) {
      throw new IllegalStateException("UTF-8 decoder kept " + in.remaining() + " bytes");
    }
    tail = new byte[in.remaining()];
    in.get(tail);
    return out.flip().toString();
  }

  /** Whether an unfinished character waits. */
  public boolean isPending() {
    return tail.length > 0;
  }

  /** Ends the stream: an unfinished character becomes U+FFFD. The decoder can then be reused. */
  public String finish() {
    ByteBuffer in = ByteBuffer.wrap(tail);
    CharBuffer out = CharBuffer.allocate(tail.length + 2);
    utf8.decode(in, out, true);
    utf8.flush(out);
    utf8.reset();
    tail = new byte[0];
    return out.flip().toString();
  }
}
