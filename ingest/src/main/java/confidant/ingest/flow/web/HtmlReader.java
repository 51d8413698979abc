package confidant.ingest.flow.web;

import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.extract.TextDecoder;
import confidant.ingest.flow.FlowSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Reads web pages: what is seen of them, without scripts, styles and hidden elements. Nothing that
 * they point to is fetched.
 */
public final class HtmlReader {

  /** A page takes many times its bytes in memory. */
  private static final int MAX_BYTES = 12 << 20;

  /** Part of a page in which it says its encoding. */
  private static final int HEAD = 4096;

  private static final Pattern CHARSET =
      Pattern.compile(
          "(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

  private HtmlReader() {}

  /** Reads a page; see {@link confidant.ingest.flow.FlowSource}. */
  public static void read(byte[] bytes, Optional<String> password, FlowSink sink)
      throws IOException {
    if (bytes.length > MAX_BYTES) {
      throw new LimitExceededException("a page of too many bytes");
    }
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher named = CHARSET.matcher(head);
    if (named.find() && isKnown(named.group(1))) {
      // The library looks for byte order marks and names of encodings itself.
      read(Jsoup.parse(new ByteArrayInputStream(bytes), null, ""), sink);
    } else {
      read(TextDecoder.decode(bytes).text(), sink);
    }
  }

  /** Reads a page whose encoding is known. */
  public static void read(String html, FlowSink sink) {
    if (html.length() > MAX_BYTES) {
      throw new LimitExceededException("a page of too many characters");
    }
    read(Jsoup.parse(html), sink);
  }

  /** Whether {@code html} holds a table with more than one column. */
  public static boolean hasTable(String html) {
    return html.length() <= MAX_BYTES
        && Jsoup.parse(html).selectStream("table tr > *:nth-child(2)").findAny().isPresent();
  }

  private static void read(Document page, FlowSink sink) {
    new PageWalk(sink, 0).walk(page.body());
  }

  private static boolean isKnown(String charset) {
    try {
      return Charset.isSupported(charset);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
