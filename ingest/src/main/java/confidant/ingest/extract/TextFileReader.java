package confidant.ingest.extract;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads plain text as one page: lines one below the other, paragraphs at empty lines. */
public final class TextFileReader {

  /** Text has no measures: those of a typewriter, in points. */
  private static final double LINE_HEIGHT = 12;

  private static final double CHARACTER_WIDTH = 6;

  /** Share of control characters; in bytes of any other kind it is about twice as high. */
  private static final double MOST_CONTROLS = 0.05;

  private static final char ESCAPE = 0x1B;

  private TextFileReader() {}

  /**
   * The text of a file.
   *
   * @param page page 1; without blocks if there is no text
   * @param unreadable characters shown as U+FFFD
   * @param encodingGuessed whether letters beyond ASCII may be others
   */
  public record TextFile(Page page, long unreadable, boolean encodingGuessed) {}

  /** Reads {@code bytes}; empty if what they hold is no text. */
  public static Optional<TextFile> read(byte[] bytes) {
    TextDecoder.Decoded decoded = TextDecoder.decode(bytes);
    if (!isText(decoded.text())) {
      return Optional.empty();
    }
    String text = Characters.withoutControls(decoded.text());
    return Optional.of(new TextFile(page(text), Characters.replacements(text), decoded.guessed()));
  }

  /** No program writes NUL into text; other control characters are rare in it. */
  private static boolean isText(String text) {
    long controls = text.chars().filter(TextFileReader::isForeignToText).count();
    return text.indexOf('\0') < 0 && controls <= MOST_CONTROLS * text.length();
  }

  /** Control characters but those that move the print head, ring the bell or set colours. */
  private static boolean isForeignToText(int character) {
    boolean usual =
        (character >= 0x07 && character <= 0x0D)
            || character == ESCAPE
            || character == Characters.NEXT_LINE;
    return Character.isISOControl(character) && !usual;
  }

  private static Page page(String text) {
    List<Block> blocks = new ArrayList<>();
    List<Line> paragraph = new ArrayList<>();
    double top = 0;
    double width = 0;
    for (String line : text.lines().toList()) {
      if (line.isBlank()) {
        addParagraph(blocks, paragraph);
      } else {
        BoundingBox box = new BoundingBox(0, top, line.length() * CHARACTER_WIDTH, LINE_HEIGHT);
        paragraph.add(new Line(line.stripTrailing(), box));
        width = Math.max(width, box.width());
      }
      top += LINE_HEIGHT;
    }
    addParagraph(blocks, paragraph);
    return new Page(1, width, top, blocks);
  }

  private static void addParagraph(List<Block> blocks, List<Line> lines) {
    if (!lines.isEmpty()) {
      BoundingBox box = lines.stream().map(Line::box).reduce(BoundingBox::union).orElseThrow();
      blocks.add(new Paragraph(lines, box));
      lines.clear();
    }
  }
}
