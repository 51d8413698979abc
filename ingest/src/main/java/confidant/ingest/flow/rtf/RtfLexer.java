package confidant.ingest.flow.rtf;

import confidant.ingest.flow.rtf.RtfToken.Close;
import confidant.ingest.flow.rtf.RtfToken.Control;
import confidant.ingest.flow.rtf.RtfToken.End;
import confidant.ingest.flow.rtf.RtfToken.Open;
import confidant.ingest.flow.rtf.RtfToken.Text;

/** Splits the bytes of rich text into tokens; raw data after {@code \bin} is jumped over. */
final class RtfLexer {

  private static final int LONGEST_WORD = 32;
  private static final int MOST_DIGITS = 10;

  private final byte[] bytes;
  private int at;

  RtfLexer(byte[] bytes) {
    this.bytes = bytes;
  }

  RtfToken next() {
    while (at < bytes.length) {
      byte value = bytes[at++];
      switch (value) {
        case '{' -> {
          return new Open();
        }
        case '}' -> {
          return new Close();
        }
        case '\\' -> {
          return control();
        }
        case '\r', '\n', 0 -> {
          // Line ends only lay out the file.
        }
        default -> {
          return new Text(value);
        }
      }
    }
    return new End();
  }

  /** Goes to the end of the group in which a token was just read. */
  void skipGroup() {
    int depth = 1;
    while (at < bytes.length && depth > 0) {
      switch (next()) {
        case Open _ -> depth++;
        case Close _ -> depth--;
        default -> {
          // Whatever it says, it is not for people.
        }
      }
    }
    if (depth == 0) {
      // The end of the group is left to whoever keeps count.
      at--;
    }
  }

  private RtfToken control() {
    if (at >= bytes.length) {
      return new End();
    }
    if (!isLetter(bytes[at])) {
      return symbol(bytes[at++]);
    }
    int start = at;
    while (at < bytes.length && isLetter(bytes[at]) && at - start < LONGEST_WORD) {
      at++;
    }
    StringBuilder word = new StringBuilder();
    for (int i = start; i < at; i++) {
      word.append((char) bytes[i]);
    }
    boolean negative = at < bytes.length && bytes[at] == '-';
    if (negative) {
      at++;
    }
    long number = 0;
    int digits = 0;
    while (at < bytes.length && isDigit(bytes[at]) && digits < MOST_DIGITS) {
      number = number * 10 + bytes[at++] - '0';
      digits++;
    }
    if (at < bytes.length && bytes[at] == ' ') {
      at++;
    }
    int parameter = Math.clamp(negative ? -number : number, Integer.MIN_VALUE, Integer.MAX_VALUE);
    if (word.toString().equals("bin")) {
      at = (int) Math.min(bytes.length, (long) at + Math.max(0, parameter));
    }
    return new Control(word.toString(), parameter, digits > 0);
  }

  private RtfToken symbol(byte symbol) {
    if (symbol == '\'' && at + 2 <= bytes.length) {
      int high = Character.digit(bytes[at], 16);
      int low = Character.digit(bytes[at + 1], 16);
      at += 2;
      return high < 0 || low < 0 ? new Control("'", 0, false) : new Text((byte) (high * 16 + low));
    }
    return switch (symbol) {
      case '\\', '{', '}' -> new Text(symbol);
      case '\r', '\n' -> new Control("par", 0, false);
      default -> new Control(String.valueOf((char) (symbol & 0xFF)), 0, false);
    };
  }

  private static boolean isLetter(byte value) {
    return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
  }

  private static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }
}
