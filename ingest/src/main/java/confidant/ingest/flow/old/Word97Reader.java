package confidant.ingest.flow.old;

import confidant.ingest.flow.FlowCell;
import confidant.ingest.flow.FlowCell.Emphasis;
import confidant.ingest.flow.FlowSink;
import confidant.ingest.flow.FlowTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.HeaderStories;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Reads documents of Word 97 to 2003 (DOC); deleted and hidden text is left out. */
public final class Word97Reader {

  private static final char PAGE_BREAK = '\f';

  private final FlowSink sink;

  private Word97Reader(FlowSink sink) {
    this.sink = sink;
  }

  /** Reads a document; see {@link confidant.ingest.flow.FlowSource}. */
  public static void read(byte[] bytes, Optional<String> password, FlowSink sink)
      throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes));
        HWPFDocument document = OldPassword.with(password, () -> new HWPFDocument(files))) {
      Word97Reader reader = new Word97Reader(sink);
      HeaderStories margins = new HeaderStories(document);
      reader.margins(
          margins.getFirstHeaderSubrange(),
          margins.getOddHeaderSubrange(),
          margins.getEvenHeaderSubrange());
      reader.body(document.getRange());
      reader.margins(
          margins.getFirstFooterSubrange(),
          margins.getOddFooterSubrange(),
          margins.getEvenFooterSubrange());
    }
  }

  /** Headers or footers, of which the document need not have any; each once. */
  private void margins(@Nullable Range... ranges) {
    Stream.of(ranges)
        .filter(Objects::nonNull)
        .map(range -> readable(Range.stripFields(range.text())).strip())
        .distinct()
        .forEach(sink::paragraph);
  }

  private void body(Range range) {
    int at = 0;
    while (at < range.numParagraphs()) {
      Paragraph paragraph = range.getParagraph(at);
      if (paragraph.isInTable()) {
        Table table = range.getTable(paragraph);
        sink.table(table(table));
        at += Math.max(1, table.numParagraphs());
      } else {
        paragraph(paragraph);
        at++;
      }
    }
  }

  private void paragraph(Paragraph paragraph) {
    if (paragraph.pageBreakBefore()) {
      sink.pageBreak();
    }
    boolean first = true;
    for (String part : text(paragraph).split(String.valueOf(PAGE_BREAK), -1)) {
      if (!first) {
        sink.pageBreak();
      }
      first = false;
      if (paragraph.isInList() && !part.isBlank()) {
        sink.listItem(Math.max(0, paragraph.getIlvl()), "-", part);
      } else {
        sink.paragraph(part);
      }
    }
  }

  private static FlowTable table(Table table) {
    List<List<FlowCell>> rows = new ArrayList<>();
    for (int i = 0; i < table.numRows(); i++) {
      TableRow row = table.getRow(i);
      List<FlowCell> cells = new ArrayList<>();
      for (int j = 0; j < row.numCells(); j++) {
        cells.add(cell(row.getCell(j), row.isTableHeader()));
      }
      rows.add(cells);
    }
    return new FlowTable(rows);
  }

  private static FlowCell cell(TableCell cell, boolean heading) {
    List<String> lines = new ArrayList<>();
    boolean bold = true;
    for (int i = 0; i < cell.numParagraphs(); i++) {
      String line = text(cell.getParagraph(i)).replace(PAGE_BREAK, ' ').strip();
      if (!line.isEmpty()) {
        lines.add(line);
        bold &= isBold(cell.getParagraph(i));
      }
    }
    boolean looksBold = bold && !lines.isEmpty();
    Emphasis emphasis = heading ? Emphasis.HEADING : looksBold ? Emphasis.BOLD : Emphasis.NONE;
    return new FlowCell(String.join("\n", lines), 1, 1, emphasis);
  }

  private static boolean isBold(Paragraph paragraph) {
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      if (!run.isBold() && !readable(run.text()).isBlank()) {
        return false;
      }
    }
    return true;
  }

  private static String text(Paragraph paragraph) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      if (!run.isMarkedDeleted() && !run.isVanished()) {
        text.append(run.text());
      }
    }
    return readable(Range.stripFields(text.toString()));
  }

  /** Gives the format's control characters their meaning. */
  private static String readable(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(character -> append((char) character, out));
    return out.toString();
  }

  private static void append(char character, StringBuilder out) {
    switch (character) {
      case 0x0B, '\r', '\n' -> out.append('\n');
      case 0x1E -> out.append('-');
      case '\t', PAGE_BREAK -> out.append(character);
      default -> {
        if (character >= ' ') {
          out.append(character);
        }
      }
    }
  }
}
