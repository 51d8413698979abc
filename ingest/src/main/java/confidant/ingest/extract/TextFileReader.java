package confidant.ingest.extract;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads plain text as one page: lines one below the other, paragraphs at empty lines. */
public final class TextFileReader {

  /** Text has no measures: those of a typewriter, in points. */
  private static final double LINE_HEIGHT = 12;

  private static final double CHARACTER_WIDTH = 6;

  private TextFileReader() {}

  /** The text of {@code file} as page 1; without blocks if there is none. */
  public static Page read(Path file) throws IOException {
    return page(TextDecoder.decode(Files.readAllBytes(file)));
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
