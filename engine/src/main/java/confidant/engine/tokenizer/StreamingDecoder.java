package confidant.engine.tokenizer;

/**
 * Turns bytes that arrive piecewise into text without ever splitting a character.
 *
 * <p>Every ill-formed maximal subpart becomes one U+FFFD, as the Unicode Standard (section 3.9) and
 * the reference tokenizers have it. The JDK's own decoder does not follow that rule for encoded
 * surrogates: it makes one U+FFFD of ED A0 80, not three.
 */
public final class StreamingDecoder {
  private static final char REPLACEMENT = '\uFFFD';
  private static final int FIRST_CONTINUATION = 0x80;
  private static final int LAST_CONTINUATION = 0xBF;

  /** The character being read, its bits so far. */
  private int codePoint;

  /** Continuation bytes that it still needs; 0 between characters. */
  private int missing;

  /** Range the next continuation byte must lie in. */
  private int lower = FIRST_CONTINUATION;

  private int upper = LAST_CONTINUATION;

  /** The text that {@code bytes} completes; an unfinished character at the end waits. */
  public String append(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length + 1);
    for (byte b : bytes) {
      accept(Byte.toUnsignedInt(b), out);
    }
    return out.toString();
  }

  /** Whether an unfinished character waits. */
  public boolean isPending() {
    return missing > 0;
  }

  /** Ends the stream: an unfinished character becomes U+FFFD. The decoder can then be reused. */
  public String finish() {
    boolean cut = isPending();
    reset();
    return cut ? String.valueOf(REPLACEMENT) : "";
  }

  private void accept(int b, StringBuilder out) {
    if (missing > 0) {
      if (b >= lower && b <= upper) {
        codePoint = (codePoint << 6) | (b & 0x3F);
        lower = FIRST_CONTINUATION;
        upper = LAST_CONTINUATION;
        if (--missing == 0) {
          out.appendCodePoint(codePoint);
        }
        return;
      }
      // The subpart ends before b, which may start a character of its own.
      out.append(finish());
    }
    lead(b, out);
  }

  /** Starts a character; the ranges of its second byte are those of Unicode's table 3-7. */
  private void lead(int b, StringBuilder out) {
    if (b < 0x80) {
      out.append((char) b);
    } else if (b >= 0xC2 && b <= 0xDF) {
      begin(b & 0x1F, 1);
    } else if (b >= 0xE0 && b <= 0xEF) {
      begin(b & 0x0F, 2);
      // No overlong forms, no surrogates.
      lower = b == 0xE0 ? 0xA0 : FIRST_CONTINUATION;
      upper = b == 0xED ? 0x9F : LAST_CONTINUATION;
    } else if (b >= 0xF0 && b <= 0xF4) {
      begin(b & 0x07, 3);
      // No overlong forms, nothing above U+10FFFF.
      lower = b == 0xF0 ? 0x90 : FIRST_CONTINUATION;
      upper = b == 0xF4 ? 0x8F : LAST_CONTINUATION;
    } else {
      out.append(REPLACEMENT);
    }
  }

  private void begin(int bits, int continuations) {
    codePoint = bits;
    missing = continuations;
  }

  private void reset() {
    missing = 0;
    lower = FIRST_CONTINUATION;
    upper = LAST_CONTINUATION;
  }
}
