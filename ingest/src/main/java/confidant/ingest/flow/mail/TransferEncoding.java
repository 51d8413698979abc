package confidant.ingest.flow.mail;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** Undoes what makes bodies fit into lines of ASCII: base64 and quoted-printable. */
final class TransferEncoding {

  private TransferEncoding() {}

  /** Decodes {@code bytes} from {@code start} to {@code end}; faults in them are passed over. */
  static byte[] decode(String encoding, byte[] bytes, int start, int end) {
    byte[] body = Arrays.copyOfRange(bytes, start, end);
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "base64" -> base64(body);
      case "quoted-printable" -> quotedPrintable(body, false);
      default -> body;
    };
  }

  static byte[] base64(byte[] body) {
    ByteArrayOutputStream digits = new ByteArrayOutputStream(body.length);
    for (byte value : body) {
      if (isBase64(value)) {
        digits.write(value);
      }
    }
    // A single digit at the end holds no byte.
    byte[] clean = digits.toByteArray();
    int length = clean.length % 4 == 1 ? clean.length - 1 : clean.length;
    return Base64.getDecoder().decode(Arrays.copyOf(clean, length));
  }

  private static boolean isBase64(byte value) {
    return (value >= 'A' && value <= 'Z')
        || (value >= 'a' && value <= 'z')
        || (value >= '0' && value <= '9')
        || value == '+'
        || value == '/';
  }

  /**
   * Decodes {@code =E4} and soft line ends.
   *
   * @param header whether an underscore is a blank, as in headers
   */
  static byte[] quotedPrintable(byte[] body, boolean header) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
    for (int at = 0; at < body.length; at++) {
      byte value = body[at];
      int high = at + 2 < body.length ? Character.digit(body[at + 1], 16) : -1;
      if (value == '_' && header) {
        out.write(' ');
      } else if (value != '=') {
        out.write(value);
      } else if (high >= 0 && Character.digit(body[at + 2], 16) >= 0) {
        out.write(high * 16 + Character.digit(body[at + 2], 16));
        at += 2;
      } else {
        int next = afterSoftLineEnd(body, at + 1);
        if (next < 0) {
          out.write(value);
        } else {
          at = next - 1;
        }
      }
    }
    return out.toByteArray();
  }

  /** Where the next line begins, if blanks and a line end follow; -1 if not. */
  private static int afterSoftLineEnd(byte[] body, int from) {
    int at = from;
    while (at < body.length && (body[at] == ' ' || body[at] == '\t')) {
      at++;
    }
    if (at >= body.length) {
      return at;
    }
    if (body[at] == '\r') {
      return at + 1 < body.length && body[at + 1] == '\n' ? at + 2 : at + 1;
    }
    return body[at] == '\n' ? at + 1 : -1;
  }
}
