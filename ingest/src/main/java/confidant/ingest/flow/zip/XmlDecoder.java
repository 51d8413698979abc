package confidant.ingest.flow.zip;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes the bytes of an XML part. The parser could do that itself, but prints to stderr where
 * bytes are no characters.
 */
final class XmlDecoder {

  /** Enough for a declaration. */
  private static final int HEAD = 200;

  private static final int MARK_OF_UTF_8 = 3;

  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  private XmlDecoder() {}

  /** The characters of a part, which end with an exception where bytes are none. */
  static Reader decode(InputStream part) throws IOException {
    BufferedInputStream in = new BufferedInputStream(part);
    in.mark(HEAD);
    String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    in.reset();
    if (head.startsWith("\u00EF\u00BB\u00BF")) {
      in.skipNBytes(MARK_OF_UTF_8);
    }
    return new InputStreamReader(
        in,
        charset(head)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static Charset charset(String head) {
    if (head.startsWith("\u00FE\u00FF") || head.startsWith("\u00FF\u00FE")) {
      return StandardCharsets.UTF_16;
    }
    if (head.startsWith("<\0")) {
      return StandardCharsets.UTF_16LE;
    }
    if (head.startsWith("\0<")) {
      return StandardCharsets.UTF_16BE;
    }
    Matcher declared = DECLARED.matcher(head);
    boolean known = declared.find() && Charset.isSupported(declared.group(1));
    Charset charset = known ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    // Bytes that can be read as a declaration are not of two bytes a character, whatever it says.
    return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
  }
}
