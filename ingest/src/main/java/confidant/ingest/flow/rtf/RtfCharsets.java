package confidant.ingest.flow.rtf;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;

/** Encodings that rich text names by number. */
final class RtfCharsets {

  private static final int UTF_8 = 65001;

  /** Windows code pages by the number of a font's character set. */
  private static final Map<Integer, Integer> PAGE_OF_FONT =
      Map.ofEntries(
          Map.entry(0, 1252),
          Map.entry(77, 10000),
          Map.entry(128, 932),
          Map.entry(129, 949),
          Map.entry(134, 936),
          Map.entry(136, 950),
          Map.entry(161, 1253),
          Map.entry(162, 1254),
          Map.entry(163, 1258),
          Map.entry(177, 1255),
          Map.entry(178, 1256),
          Map.entry(186, 1257),
          Map.entry(204, 1251),
          Map.entry(222, 874),
          Map.entry(238, 1250),
          Map.entry(255, 437));

  private RtfCharsets() {}

  /** The encoding of a code page. */
  static Charset ofPage(int page) {
    if (page == UTF_8) {
      return StandardCharsets.UTF_8;
    }
    for (String prefix : new String[] {"windows-", "IBM", "x-windows-", "MS"}) {
      try {
        if (Charset.isSupported(prefix + page)) {
          return Charset.forName(prefix + page);
        }
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        break;
      }
    }
    return Charset.forName(page == 10000 ? "x-MacRoman" : "windows-1252");
  }

  /** The encoding of a font's character set; {@code otherwise} if the number says nothing. */
  static Charset ofFont(int number, Charset otherwise) {
    Integer page = PAGE_OF_FONT.get(number);
    return page == null ? otherwise : ofPage(page);
  }
}
