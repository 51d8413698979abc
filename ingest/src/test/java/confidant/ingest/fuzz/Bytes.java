package confidant.ingest.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Ways to spoil bytes, whatever they mean. */
final class Bytes {

  private static final int MOST_FLIPS = 24;
  private static final int LONGEST_CHUNK = 4096;
  private static final int MOST_COPIES = 6;

  /** Numbers at which arithmetic goes wrong. */
  private static final String[] NUMBERS = {
    "0",
    "-1",
    "1",
    "255",
    "65535",
    "65536",
    "2147483647",
    "-2147483648",
    "4294967296",
    "9223372036854775807",
    "1e99",
    "0.0000001",
    "99999999999999999999"
  };

  private Bytes() {}

  /** Spoils {@code bytes} in one to three ways. */
  static byte[] spoil(byte[] bytes, byte[] other, Random random) {
    byte[] spoilt = bytes;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      spoilt =
          switch (random.nextInt(6)) {
            case 0 -> flip(spoilt, random);
            case 1 -> cut(spoilt, random);
            case 2 -> splice(spoilt, other, random);
            case 3 -> repeat(spoilt, random);
            case 4 -> remove(spoilt, random);
            default -> renumber(spoilt, random);
          };
    }
    return spoilt;
  }

  /** Other bytes at a few places. */
  static byte[] flip(byte[] bytes, Random random) {
    byte[] flipped = bytes.clone();
    for (int flips = 1 + random.nextInt(MOST_FLIPS); flips > 0 && bytes.length > 0; flips--) {
      int at = random.nextInt(bytes.length);
      flipped[at] =
          (byte) (random.nextBoolean() ? flipped[at] ^ (1 << random.nextInt(8)) : random.nextInt());
    }
    return flipped;
  }

  /** The first part only. */
  private static byte[] cut(byte[] bytes, Random random) {
    return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
  }

  /** A piece of another file in the place of one of this. */
  private static byte[] splice(byte[] bytes, byte[] other, Random random) {
    if (other.length == 0) {
      return bytes;
    }
    int from = random.nextInt(other.length);
    int length = Math.min(other.length - from, 1 + random.nextInt(LONGEST_CHUNK));
    int at = random.nextInt(bytes.length + 1);
    int over = random.nextBoolean() ? Math.min(length, bytes.length - at) : 0;
    return replaced(bytes, at, at + over, Arrays.copyOfRange(other, from, from + length));
  }

  /** A piece several times over. */
  private static byte[] repeat(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return bytes;
    }
    int from = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - from, 1 + random.nextInt(LONGEST_CHUNK));
    byte[] piece = Arrays.copyOfRange(bytes, from, from + length);
    byte[] repeated = bytes;
    for (int copies = 1 + random.nextInt(MOST_COPIES); copies > 0; copies--) {
      repeated = replaced(repeated, from, from, piece);
    }
    return repeated;
  }

  private static byte[] remove(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return bytes;
    }
    int from = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - from, 1 + random.nextInt(LONGEST_CHUNK));
    return replaced(bytes, from, from + length, new byte[0]);
  }

  /** Another number in the place of one that is written in digits. */
  static byte[] renumber(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return bytes;
    }
    int start = random.nextInt(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int at = (start + i) % bytes.length;
      if (isDigit(bytes[at])) {
        int end = at;
        while (end < bytes.length && isDigit(bytes[end])) {
          end++;
        }
        String number =
            random.nextInt(4) == 0
                ? Integer.toString(random.nextInt(5000))
                : NUMBERS[random.nextInt(NUMBERS.length)];
        return replaced(bytes, at, end, latin(number));
      }
    }
    return bytes;
  }

  static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + by.length);
    out.write(bytes, 0, from);
    out.writeBytes(by);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }
}
