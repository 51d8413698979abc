package confidant.ingest.prompt;

import confidant.ingest.document.Document;
import confidant.ingest.document.MarkdownWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Puts a document between two marks that its text cannot hold.
 *
 * <p>A document can carry instructions, and could close a fixed mark and go on as if it were the
 * person. The mark therefore ends in a digest of the text, made again until the text lacks it.
 * Equal documents give equal fences, so that a cached prompt prefix stays valid.
 */
final class DocumentFence {

  private static final int MARK_DIGITS = 12;

  private DocumentFence() {}

  static String fence(Document document) {
    String text = MarkdownWriter.write(document);
    String name = oneLine(document.name());
    String mark = mark(name + '\n' + text);
    return "<document-%s name=\"%s\" pages=\"%d\">\n%s</document-%s>\n"
        .formatted(mark, name, document.pages().size(), text, mark);
  }

  private static String mark(String text) {
    String seed = text;
    while (true) {
      String mark = digest(seed).substring(0, MARK_DIGITS);
      if (!text.contains(mark)) {
        return mark;
      }
      seed = mark + seed;
    }
  }

  private static String digest(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** File names may hold line breaks and quotes; an attribute may not. */
  private static String oneLine(String name) {
    return name.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ")
        .replace('"', '\'')
        .replace('<', '(')
        .replace('>', ')');
  }
}
