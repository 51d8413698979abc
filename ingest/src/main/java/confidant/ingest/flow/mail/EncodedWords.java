package confidant.ingest.flow.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes words such as {@code =?utf-8?Q?Gr=C3=B6sse?=} in header fields. */
final class EncodedWords {

  private static final Pattern WORD =
      Pattern.compile("=\\?([^?*\\s]+)(?:\\*[^?]*)?\\?([bBqQ])\\?([^?]*)\\?=");

  /** Blanks between two words are only there to part them. */
  private static final Pattern GAP = Pattern.compile("(\\?=)\\s+(=\\?)");

  private EncodedWords() {}

  static String decode(String text) {
    if (!text.contains("=?")) {
      return text;
    }
    Matcher matcher = WORD.matcher(GAP.matcher(text).replaceAll("$1$2"));
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String word = word(matcher.group(1), matcher.group(2), matcher.group(3));
      matcher.appendReplacement(out, Matcher.quoteReplacement(word));
    }
    matcher.appendTail(out);
    return out.toString();
  }

  private static String word(String charset, String encoding, String text) {
    byte[] packed = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] bytes =
        encoding.toLowerCase(Locale.ROOT).equals("b")
            ? TransferEncoding.base64(packed)
            : TransferEncoding.quotedPrintable(packed, true);
    try {
      return new String(bytes, Charset.forName(charset));
    } catch (IllegalArgumentException e) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
