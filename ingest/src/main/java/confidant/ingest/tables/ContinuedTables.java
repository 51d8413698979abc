package confidant.ingest.tables;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gives a table that goes on over a page the headings which it has on the page before.
 *
 * <p>It goes on if it is the first table of its page, has no headings, and each of its columns
 * stands where one of the last table before the page break does. Only what runs at the foot and at
 * the head of pages may stand between both. Such headings have a flat box at the upper edge of the
 * table. A heading with digits is not given: no number may appear twice.
 */
public final class ContinuedTables {

  /** Lines at a page's foot or head, each. */
  private static final int MAX_LINES = 8;

  /** Columns start, end or have their middle at the same place, in parts of the font size. */
  private static final double EDGE = 0.5;

  /** The last table of the page before, or the one that this goes on; none if text follows it. */
  private Optional<Table> open = Optional.empty();

  private ContinuedTables() {}

  /** The pages of a document with headings in such tables. */
  public static List<Page> withHeadings(List<Page> pages) {
    ContinuedTables tables = new ContinuedTables();
    List<Page> result = new ArrayList<>();
    for (Page page : pages) {
      if (!result.isEmpty() && result.getLast().number() + 1 != page.number()) {
        tables.open = Optional.empty();
      }
      result.add(tables.next(page));
    }
    return result;
  }

  private Page next(Page page) {
    List<Block> blocks = page.blocks();
    int[] tables =
        IntStream.range(0, blocks.size()).filter(i -> blocks.get(i) instanceof Table).toArray();
    if (tables.length == 0) {
      open = Optional.empty();
      return page;
    }
    int first = tables[0];
    int last = tables[tables.length - 1];
    Table table = (Table) blocks.get(first);
    List<Cell> headings =
        lines(blocks.subList(0, first)) > MAX_LINES
            ? List.of()
            : open.map(headed -> headings(headed, table)).orElse(List.of());
    boolean goesOn = headings.stream().anyMatch(heading -> !heading.text().isEmpty());
    if (!goesOn || first < last) {
      open = Optional.of((Table) blocks.get(last));
    }
    if (lines(blocks.subList(last + 1, blocks.size())) > MAX_LINES) {
      open = Optional.empty();
    }
    if (!goesOn) {
      return page;
    }
    List<List<Cell>> rows = Stream.concat(Stream.of(headings), table.rows().stream()).toList();
    List<Block> changed = new ArrayList<>(blocks);
    changed.set(first, new Table(rows, 1, table.box()));
    return page.withBlocks(changed);
  }

  private static int lines(List<Block> blocks) {
    return blocks.stream()
        .mapToInt(block -> block instanceof Paragraph paragraph ? paragraph.lines().size() : 0)
        .sum();
  }

  /** Headings for the columns of {@code table}; none if it is no part of {@code headed}. */
  private static List<Cell> headings(Table headed, Table table) {
    if (headed.headerRows() == 0 || table.headerRows() > 0) {
      return List.of();
    }
    double tolerance = EDGE * fontSize(table);
    List<Cell> headings = new ArrayList<>();
    int next = 0;
    for (int column = 0; column < table.rows().getFirst().size(); column++) {
      Band place = place(table, column);
      int from = next;
      OptionalInt same =
          IntStream.range(from, headed.rows().getFirst().size())
              .filter(other -> isSame(place, place(headed, other), tolerance))
              .findFirst();
      if (same.isEmpty()) {
        return List.of();
      }
      BoundingBox box = new BoundingBox(place.start(), table.box().top(), place.length(), 0);
      headings.add(new Cell(heading(headed, same.getAsInt()), box));
      next = same.getAsInt() + 1;
    }
    return headings;
  }

  private static boolean isSame(Band place, Band other, double tolerance) {
    return place.overlap(other) > 0 && place.isAligned(other, tolerance);
  }

  private static String heading(Table table, int column) {
    List<String> texts =
        table.rows().subList(0, table.headerRows()).stream()
            .map(row -> row.get(column).text())
            .filter(text -> !text.isEmpty())
            .toList();
    String text = String.join(" ", texts);
    return Figures.hasDigit(text) ? "" : text;
  }

  /** Where the entries of a column stand, or its headings if it has none. */
  private static Band place(Table table, int column) {
    List<Cell> cells = table.rows().stream().map(row -> row.get(column)).toList();
    return extent(cells.subList(table.headerRows(), cells.size()))
        .or(() -> extent(cells))
        .orElseGet(() -> band(cells.getFirst().box()));
  }

  private static Optional<Band> extent(List<Cell> cells) {
    return cells.stream()
        .filter(cell -> !cell.text().isEmpty())
        .map(cell -> band(cell.box()))
        .reduce(Band::union);
  }

  private static Band band(BoundingBox box) {
    return new Band(box.left(), box.right());
  }

  /** Height of its lowest cell with text, which has one line, in points. */
  private static double fontSize(Table table) {
    return table.rows().stream()
        .flatMap(List::stream)
        .filter(cell -> !cell.text().isEmpty())
        .mapToDouble(cell -> cell.box().height())
        .min()
        .orElse(0);
  }
}
