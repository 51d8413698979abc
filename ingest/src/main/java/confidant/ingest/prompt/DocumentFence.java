package confidant.ingest.prompt;

import confidant.ingest.document.Document;
import confidant.ingest.document.MarkdownWriter;
import confidant.ingest.document.Page;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Puts a document between two marks that its text cannot hold, with the {@link Facts} about it at
 * the end:
 *
 * <pre>{@code
 * <document-3f9a1c27 name="payslip.pdf" pages="2">
 * <!-- page 1 -->
 * ...
 * <facts-3f9a1c27>
 * kind: payslip
 * ...
 * </document-3f9a1c27>
 * }</pre>
 *
 * <p>A document can carry instructions, and could close a fixed mark and go on as if it were the
 * person or the program. The marks therefore end in a digest of what they hold, made again until
 * that lacks it. Equal documents give equal fences, so that a cached prompt prefix stays valid.
 */
final class DocumentFence {

  private static final int MARK_DIGITS = 8;

  private DocumentFence() {}

  /** All pages of a paper and all facts. */
  static String whole(PromptPaper paper) {
    List<Page> pages = paper.document().pages();
    return fence(paper, "", MarkdownWriter.write(paper.document()), Facts.all(paper, pages));
  }

  /**
   * Some pages of a paper, or pieces of them.
   *
   * @param shown which they are, such as {@code 1, 4-6}
   * @param facts lines, each with its end; may be empty
   */
  static String excerpt(PromptPaper paper, List<Page> pages, String shown, String facts) {
    Document document = paper.document();
    String text = MarkdownWriter.write(new Document(document.name(), document.mediaType(), pages));
    return fence(paper, " shown=\"" + shown + "\"", text, facts);
  }

  /** Notes that were taken of a paper in place of its pages, and all facts. */
  static String notes(PromptPaper paper, List<Note> notes) {
    StringBuilder text = new StringBuilder();
    for (Note note : notes) {
      text.append(text.isEmpty() ? "" : "\n");
      text.append("<!-- notes on pages ").append(note.pages()).append(" -->\n\n");
      text.append(note.text().strip().replace("<!--", "<\\!--")).append('\n');
    }
    String facts = Facts.all(paper, paper.document().pages());
    return fence(paper, " shown=\"notes\"", text.toString(), facts);
  }

  private static String fence(PromptPaper paper, String shown, String text, String facts) {
    String name = oneLine(paper.name());
    String mark = mark(String.join("\n", name, text, facts));
    String factsPart = facts.isEmpty() ? "" : "<facts-%s>\n%s".formatted(mark, facts);
    return "<document-%s name=\"%s\" pages=\"%d\"%s>\n%s%s</document-%s>\n"
        .formatted(mark, name, paper.pages(), shown, text, factsPart, mark);
  }

  private static String mark(String content) {
    String seed = content;
    while (true) {
      String mark = digest(seed).substring(0, MARK_DIGITS);
      if (!content.contains(mark)) {
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
