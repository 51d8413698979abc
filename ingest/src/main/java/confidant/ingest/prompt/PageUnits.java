package confidant.ingest.prompt;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.Page;
import java.util.ArrayList;
import java.util.List;

/** The lines of text and the rows of tables of a page, in order: a page is split between them. */
final class PageUnits {

  /**
   * One of them.
   *
   * @param block index of its block
   * @param index of its line or row
   * @param length 1; 0 for a table of headings alone
   */
  private record Unit(int block, int index, int length) {}

  private final Page page;
  private final List<Unit> units = new ArrayList<>();

  PageUnits(Page page) {
    this.page = page;
    for (int block = 0; block < page.blocks().size(); block++) {
      switch (page.blocks().get(block)) {
        case Paragraph paragraph -> add(block, 0, paragraph.lines().size());
        case Table table -> addRows(block, table);
      }
    }
  }

  private void addRows(int block, Table table) {
    int headings = table.headerRows();
    if (headings > 0 && headings == table.rows().size()) {
      units.add(new Unit(block, headings, 0));
    } else {
      add(block, headings, table.rows().size());
    }
  }

  private void add(int block, int from, int end) {
    for (int index = from; index < end; index++) {
      units.add(new Unit(block, index, 1));
    }
  }

  int size() {
    return units.size();
  }

  /** The page with these units only; a table keeps its headings. */
  Page slice(int from, int end) {
    List<Block> blocks = new ArrayList<>();
    int first = from;
    while (first < end) {
      int next = first;
      while (next < end && units.get(next).block == units.get(first).block) {
        next++;
      }
      blocks.add(part(units.get(first), units.get(next - 1)));
      first = next;
    }
    return page.withBlocks(blocks);
  }

  private Block part(Unit first, Unit last) {
    int end = last.index + last.length;
    return switch (page.blocks().get(first.block)) {
      case Paragraph paragraph ->
          new Paragraph(paragraph.lines().subList(first.index, end), paragraph.box());
      case Table table -> {
        List<List<Cell>> rows = new ArrayList<>(table.rows().subList(0, table.headerRows()));
        rows.addAll(table.rows().subList(first.index, end));
        yield new Table(rows, table.headerRows(), table.box());
      }
    };
  }
}
