package confidant.ingest.flow.mail;

import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.extract.TextDecoder;
import confidant.ingest.flow.FlowLimits;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a mail, or the mail itself: a header, an empty line, a body, which may hold parts.
 *
 * @param start of the body in the mail's bytes
 * @param end of the body
 * @param parts in the body; none if it is not divided
 */
record MailPart(MailHeader header, byte[] mail, int start, int end, List<MailPart> parts) {

  /** More parts than any mail of people has. */
  private static final int MAX_PARTS = 1000;

  static MailPart parse(byte[] mail) {
    return parse(mail, 0, mail.length, 0, new int[1]);
  }

  private static MailPart parse(byte[] mail, int from, int to, int depth, int[] count) {
    if (depth > FlowLimits.NESTING || ++count[0] > MAX_PARTS) {
      throw new LimitExceededException("a mail has too many parts");
    }
    int body = MailHeader.end(mail, from, to);
    MailHeader header =
        MailHeader.parse(new String(mail, from, body - from, charset(mail, from, body)));
    List<MailPart> parts = new ArrayList<>();
    String boundary = header.contentType().parameter("boundary");
    if (header.mediaType().startsWith("multipart/") && !boundary.isEmpty()) {
      int start = -1;
      int line = body;
      while (line < to) {
        int next = nextLine(mail, line, to);
        Mark found = mark(mail, line, next, boundary);
        if (found != Mark.NONE) {
          if (start >= 0) {
            parts.add(parse(mail, start, beforeLineEnd(mail, start, line), depth + 1, count));
          }
          start = found == Mark.LAST ? -1 : next;
          if (found == Mark.LAST) {
            break;
          }
        }
        line = next;
      }
      if (start >= 0) {
        // Cut off before the last mark.
        parts.add(parse(mail, Math.min(start, to), to, depth + 1, count));
      }
    }
    return new MailPart(header, mail, body, to, parts);
  }

  /** Headers are ASCII; where they are not, they may be anything a text may be. */
  private static Charset charset(byte[] mail, int from, int to) {
    for (int i = from; i < to; i++) {
      if (mail[i] < 0) {
        boolean utf8 =
            !new String(mail, from, to - from, StandardCharsets.UTF_8).contains("\uFFFD");
        return utf8 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
      }
    }
    return StandardCharsets.US_ASCII;
  }

  static int nextLine(byte[] mail, int from, int to) {
    int at = from;
    while (at < to && mail[at] != '\n' && mail[at] != '\r') {
      at++;
    }
    if (at < to && mail[at] == '\r') {
      at++;
    }
    return at < to && mail[at] == '\n' ? at + 1 : Math.max(at, Math.min(from + 1, to));
  }

  private static int beforeLineEnd(byte[] mail, int start, int end) {
    int at = end;
    if (at > start && mail[at - 1] == '\n') {
      at--;
    }
    return at > start && mail[at - 1] == '\r' ? at - 1 : at;
  }

  /** What a line between parts says. */
  private enum Mark {
    NONE,
    NEXT,
    LAST
  }

  private static Mark mark(byte[] mail, int from, int to, String boundary) {
    // No other line needs to be looked at as a whole.
    if (to - from < boundary.length() + 2 || mail[from] != '-' || mail[from + 1] != '-') {
      return Mark.NONE;
    }
    String line = new String(mail, from, to - from, StandardCharsets.ISO_8859_1).stripTrailing();
    if (line.equals("--" + boundary)) {
      return Mark.NEXT;
    }
    return line.equals("--" + boundary + "--") ? Mark.LAST : Mark.NONE;
  }

  /** The body, as it was before it was packed for travelling. */
  byte[] content() {
    return TransferEncoding.decode(header.transferEncoding(), mail, start, end);
  }

  /** The body as text. */
  String text() {
    byte[] content = content();
    String charset = header.contentType().parameter("charset");
    try {
      if (!charset.isEmpty() && Charset.isSupported(charset)) {
        boolean ascii = Charset.forName(charset).equals(StandardCharsets.US_ASCII);
        // What calls itself ASCII and is not may be anything.
        return ascii ? TextDecoder.decode(content).text() : new String(content, charset(charset));
      }
    } catch (IllegalArgumentException e) {
      // No name of an encoding: the bytes themselves must tell.
      return TextDecoder.decode(content).text();
    }
    return TextDecoder.decode(content).text();
  }

  /** Programs call Latin-1 what has the additional characters of Windows. */
  private static Charset charset(String name) {
    Charset charset = Charset.forName(name);
    return charset.equals(StandardCharsets.ISO_8859_1) ? Charset.forName("windows-1252") : charset;
  }
}
