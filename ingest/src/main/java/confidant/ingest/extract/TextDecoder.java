package confidant.ingest.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the encoding of plain text: a byte order mark; else UTF-16 if every other byte tends to be
 * zero; else UTF-8 if the bytes are valid but for a few; else windows-1252, which most other
 * Western files are.
 */
public final class TextDecoder {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Longer marks first: that of UTF-16LE begins that of UTF-32LE. */
  private static final List<Mark> MARKS =
      List.of(
          new Mark(StandardCharsets.UTF_32LE, 0xFF, 0xFE, 0, 0),
          new Mark(StandardCharsets.UTF_32BE, 0, 0, 0xFE, 0xFF),
          new Mark(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
          new Mark(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
          new Mark(StandardCharsets.UTF_16LE, 0xFF, 0xFE));

  /** Text has blanks, digits or line ends, whose upper byte is zero, at least this often. */
  private static final double ZEROS_OF_UTF_16 = 0.1;

  /** The other bytes are zero at most this often as compared with the upper ones. */
  private static final double ZEROS_OUT_OF_PLACE = 0.1;

  /** A guess that gives more characters that mean nothing was wrong. */
  private static final double MEANINGLESS_OF_UTF_16 = 0.05;

  private TextDecoder() {}

  /**
   * Text as decoded, with U+FFFD for bytes that are none.
   *
   * @param guessed whether the bytes speak for no encoding and the usual one was taken
   */
  public record Decoded(String text, boolean guessed) {}

  public static Decoded decode(byte[] bytes) {
    for (Mark mark : MARKS) {
      if (mark.begins(bytes)) {
        int start = mark.bytes().length;
        return new Decoded(new String(bytes, start, bytes.length - start, mark.charset()), false);
      }
    }
    return utf16(bytes)
        .or(() -> utf8(bytes))
        .map(text -> new Decoded(text, false))
        .orElseGet(() -> new Decoded(new String(bytes, WINDOWS_1252), true));
  }

  private static Optional<String> utf16(byte[] bytes) {
    int[] zeros = new int[2];
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        zeros[i % 2]++;
      }
    }
    int upper = Math.max(zeros[0], zeros[1]);
    int lower = Math.min(zeros[0], zeros[1]);
    if (upper == 0
        || upper < ZEROS_OF_UTF_16 * bytes.length / 2
        || lower > ZEROS_OUT_OF_PLACE * upper
        || (upper < bytes.length / 4 && isAsciiWithZeros(bytes))) {
      return Optional.empty();
    }
    boolean bigEndian = zeros[0] > zeros[1];
    String text =
        new String(bytes, bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    long meaningless =
        text.codePoints()
            .filter(point -> point == Characters.REPLACEMENT || !Character.isDefined(point))
            .count();
    return meaningless > Math.max(1, MEANINGLESS_OF_UTF_16 * text.length())
        ? Optional.empty()
        : Optional.of(text);
  }

  /** Text of one byte per character with zeros strewn in, if few are. */
  private static boolean isAsciiWithZeros(byte[] bytes) {
    for (byte value : bytes) {
      boolean ascii = value >= ' ' && value < 0x7F;
      if (!ascii && value != 0 && !Character.isWhitespace(value)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      // Other encodings hardly ever form a sequence of UTF-8 by chance, so those that are valid
      // outweigh as many that are not.
      String text = new String(bytes, StandardCharsets.UTF_8);
      long bad = Characters.replacements(text);
      long good = text.codePoints().filter(point -> point > 0x7F).count() - bad;
      return good >= bad ? Optional.of(text) : Optional.empty();
    }
  }

  /** A byte order mark. */
  private record Mark(Charset charset, int... bytes) {

    boolean begins(byte[] text) {
      if (text.length < bytes.length) {
        return false;
      }
      int[] start = new int[bytes.length];
      Arrays.setAll(start, i -> text[i] & 0xFF);
      return Arrays.equals(start, bytes);
    }
  }
}
