package confidant.ingest.flow;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Page;
import confidant.ingest.extract.Deadline;
import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.flow.TableGrid.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays what a source holds on upright pages: line below line, cells on a grid, with boxes that grow
 * in reading order as those of a typed page would.
 */
public final class FlowComposer implements FlowSink {

  /** Text has no measures: those of a typewriter, in points. */
  static final double LINE_HEIGHT = 12;

  static final double CHARACTER_WIDTH = 6;

  /** Longer labels are texts of their own. */
  private static final int LONGEST_LABEL = 60;

  private final List<Page> pages = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Line> items = new ArrayList<>();
  private final List<Attached> attachments = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final Deadline deadline = Deadline.in(FlowLimits.TIME);
  private double top;
  private double width;
  private long characters;
  private long cells;
  private long attachedBytes;

  /** A file inside the document. */
  public record Attached(String name, byte[] bytes) {}

  @Override
  public void heading(String text) {
    paragraph(FlowText.cell(text));
  }

  @Override
  public void paragraph(String text) {
    endList();
    List<Line> lines = new ArrayList<>();
    addLines(text, lines);
    addParagraph(lines);
  }

  @Override
  public void listItem(int depth, String marker, String text) {
    String item = marker.isEmpty() ? text.strip() : marker + " " + text.strip();
    addLines("  ".repeat(Math.min(depth, FlowLimits.NESTING)) + item, items);
  }

  @Override
  public void table(FlowTable table) {
    endList();
    TableGrid grid = TableGrid.of(table);
    cells += (long) grid.rows().size() * grid.columnCount();
    if (cells > FlowLimits.CELLS) {
      throw new LimitExceededException("too many cells");
    }
    grid.titles().forEach(this::paragraph);
    if (grid.rows().isEmpty()) {
      return;
    }
    int headerRows = grid.columnCount() > 1 && grid.rows().size() > 1 ? grid.headerRows() : 0;
    if (headerRows == 0 && readsAsLines(grid)) {
      List<Line> lines = new ArrayList<>();
      grid.rows().forEach(row -> addLines(labelled(row), lines));
      addParagraph(lines);
      return;
    }
    grid.rows().forEach(row -> row.forEach(place -> count(place.text())));
    Table laid = new TableBox(grid, top).table(headerRows);
    width = Math.max(width, laid.box().right());
    top = laid.box().bottom() + LINE_HEIGHT;
    blocks.add(laid);
  }

  @Override
  public void pageBreak() {
    endList();
    if (!blocks.isEmpty()) {
      pages.add(new Page(pages.size() + 1, Math.max(width, 1), top, blocks));
      blocks.clear();
    }
    top = 0;
    width = 0;
  }

  @Override
  public void attachment(String name, byte[] bytes) {
    attachedBytes += bytes.length;
    if (attachedBytes > FlowLimits.FILE_BYTES) {
      throw new LimitExceededException("attachments unpack to too many bytes");
    }
    attachments.add(new Attached(FlowText.cell(name), bytes));
  }

  @Override
  public void notice(String sentence) {
    notices.add(sentence);
  }

  /** The pages; the last one ends here. */
  public List<Page> pages() {
    pageBreak();
    return List.copyOf(pages);
  }

  public List<Attached> attachments() {
    return List.copyOf(attachments);
  }

  public List<String> notices() {
    return List.copyOf(notices);
  }

  /** Whether it says no more as a table than as lines: one column, one row, labels and values. */
  private static boolean readsAsLines(TableGrid grid) {
    return grid.columnCount() == 1
        || grid.rows().size() == 1
        || (grid.columnCount() == 2 && grid.rows().stream().allMatch(FlowComposer::isLabelled));
  }

  private static boolean isLabelled(List<Place> row) {
    String label = row.getFirst().text();
    return label.length() <= LONGEST_LABEL && label.chars().anyMatch(Character::isLetter);
  }

  /** Two cells as label and value, others two blanks apart. */
  private static String labelled(List<Place> row) {
    List<String> texts = row.stream().map(Place::text).filter(text -> !text.isEmpty()).toList();
    if (row.size() == 2 && texts.size() == 2 && isLabelled(row)) {
      String label = texts.getFirst();
      return label + (label.endsWith(":") ? " " : ": ") + texts.getLast();
    }
    return String.join("  ", texts);
  }

  private void endList() {
    if (!items.isEmpty()) {
      List<Line> lines = List.copyOf(items);
      items.clear();
      addParagraph(lines);
    }
  }

  private void addLines(String text, List<Line> lines) {
    for (String raw : FlowText.clean(text).lines().toList()) {
      String line = FlowText.line(raw);
      if (!line.isBlank()) {
        count(line);
        BoundingBox box = new BoundingBox(0, top, line.length() * CHARACTER_WIDTH, LINE_HEIGHT);
        width = Math.max(width, box.width());
        lines.add(new Line(line, box));
        top += LINE_HEIGHT;
      }
    }
  }

  private void addParagraph(List<Line> lines) {
    if (!lines.isEmpty()) {
      BoundingBox box = lines.stream().map(Line::box).reduce(BoundingBox::union).orElseThrow();
      blocks.add(new Paragraph(lines, box));
      top += LINE_HEIGHT;
    }
  }

  private void count(String text) {
    deadline.check();
    characters += text.length();
    if (characters > FlowLimits.CHARACTERS) {
      throw new LimitExceededException("too much text");
    }
  }
}
