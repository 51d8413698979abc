package confidant.engine.harmony;

import confidant.engine.tokenizer.StreamingDecoder;
import confidant.engine.tokenizer.Tokenizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Decodes a message's content with the reference library's timing: a token gives at most one
 * U+FFFD, and the bytes after it wait for the next token; an id outside the vocabulary holds
 * everything back until the message ends.
 */
final class ContentDecoder {
  private static final char REPLACEMENT = '\uFFFD';

  /** The bytes of a U+FFFD that was really written. */
  private static final int REPLACEMENT_BYTES = 0xEFBFBD;

  private static final int THREE_BYTES = 0xFFFFFF;

  private final Tokenizer tokenizer;
  private final StringBuilder content = new StringBuilder();
  private final StreamingDecoder decoder = new StreamingDecoder();

  /** Bytes after an ill-formed one, not yet looked at. */
  private final Deque<Byte> waiting = new ArrayDeque<>();

  private int lastThree;
  private boolean blocked;

  ContentDecoder(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** The text that {@code id} completes, if any. */
  Optional<String> append(int id) {
    Optional<byte[]> bytes = tokenizer.bytes(id);
    blocked |= bytes.isEmpty();
    if (blocked) {
      return Optional.empty();
    }
    for (byte b : bytes.get()) {
      waiting.add(b);
    }
    String delta = decode();
    content.append(delta);
    return delta.isEmpty() ? Optional.empty() : Optional.of(delta);
  }

  /** What was decoded so far. */
  String content() {
    return content.toString();
  }

  /** The whole content, now that no token follows. */
  String finish() {
    if (blocked) {
      content.append(REPLACEMENT);
    }
    content.append(decoder.finish());
    while (!waiting.isEmpty()) {
      content.append(decoder.append(new byte[] {waiting.remove()}));
    }
    return content.append(decoder.finish()).toString();
  }

  /** Decodes up to and including the first ill-formed part. */
  private String decode() {
    StringBuilder delta = new StringBuilder();
    while (!waiting.isEmpty()) {
      byte b = waiting.remove();
      boolean insideCharacter = decoder.isPending();
      String text = decoder.append(new byte[] {b});
      lastThree = ((lastThree << Byte.SIZE) | Byte.toUnsignedInt(b)) & THREE_BYTES;
      boolean illFormed = text.indexOf(REPLACEMENT) == 0 && lastThree != REPLACEMENT_BYTES;
      if (illFormed) {
        if (insideCharacter) {
          // b ended the character before it; it is itself still to be looked at.
          decoder.finish();
          waiting.addFirst(b);
        }
        return delta.append(REPLACEMENT).toString();
      }
      delta.append(text);
    }
    return delta.toString();
  }
}
