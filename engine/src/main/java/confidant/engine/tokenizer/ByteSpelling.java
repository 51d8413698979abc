package confidant.engine.tokenizer;

import java.util.Arrays;
import java.util.Optional;

/**
 * GPT-2's spelling of bytes as printable characters, in which tokenizer.json and GGUF write tokens:
 * printable Latin-1 bytes stand for themselves, the others, in order, for U+0100 and on.
 */
final class ByteSpelling {
  private static final int BYTES = 256;

  /** Byte by character; -1 where the character spells none. */
  private static final short[] BYTE_OF = table();

  /** Character by byte. */
  private static final char[] CHARACTER_OF = characters();

  private ByteSpelling() {}

  /** The bytes that {@code spelled} stands for; empty if one of its characters stands for none. */
  static Optional<byte[]> decode(String spelled) {
    byte[] bytes = new byte[spelled.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = spelled.charAt(i);
      if (c >= BYTE_OF.length || BYTE_OF[c] < 0) {
        return Optional.empty();
      }
      bytes[i] = (byte) BYTE_OF[c];
    }
    return Optional.of(bytes);
  }

  /** How {@code bytes} are spelled. */
  static String encode(byte[] bytes) {
    StringBuilder spelled = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      spelled.append(CHARACTER_OF[Byte.toUnsignedInt(b)]);
    }
    return spelled.toString();
  }

  private static char[] characters() {
    char[] characterOf = new char[BYTES];
    for (char c = 0; c < BYTE_OF.length; c++) {
      if (BYTE_OF[c] >= 0) {
        characterOf[BYTE_OF[c]] = c;
      }
    }
    return characterOf;
  }

  private static short[] table() {
    short[] byteOf = new short[2 * BYTES];
    Arrays.fill(byteOf, (short) -1);
    int next = BYTES;
    for (int b = 0; b < BYTES; b++) {
      byteOf[isPrintable(b) ? b : next++] = (short) b;
    }
    return byteOf;
  }

  /** Whether GPT-2 left the byte alone: no space, no control, no soft hyphen. */
  private static boolean isPrintable(int b) {
    return (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
  }
}
