package confidant.ingest;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.Page;
import confidant.ingest.document.Page.Origin;
import confidant.ingest.layout.PageLayout;
import confidant.ingest.layout.PageLayout.Layer;
import confidant.ingest.layout.Region;
import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.GlyphRun.Source;
import confidant.ingest.page.RawPage;
import confidant.ingest.tables.TableBlocks;
import confidant.ingest.tables.TableRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes a page of blocks out of a page of glyphs.
 *
 * @param page the page
 * @param tableGivenUp whether a table is shown as rows since its numbers could not be vouched for
 * @param digitsDiffer whether its digits are not exactly those drawn, each as often as drawn
 */
record ComposedPage(Page page, boolean tableGivenUp, boolean digitsDiffer) {

  static ComposedPage compose(RawPage raw) {
    List<Block> blocks = new ArrayList<>();
    boolean givenUp = false;
    for (Layer layer : PageLayout.layers(raw)) {
      TableRules rules = TableRules.of(layer.turn().degrees() == 0 ? raw.rules() : List.of());
      for (Region region : layer.regions()) {
        TableBlocks.Result found = TableBlocks.find(region.rows(), rules);
        found.blocks().forEach(block -> blocks.add(BlockBoxes.undo(layer.turn(), block)));
        givenUp |= found.gaveUp();
      }
    }
    Page page =
        new Page(
            raw.number(),
            raw.width(),
            raw.height(),
            blocks,
            origin(raw.runs()),
            Doubts.of(raw.runs(), blocks));
    return new ComposedPage(page, givenUp, !Arrays.equals(digits(raw), digits(page)));
  }

  private static Origin origin(List<GlyphRun> runs) {
    long read = runs.stream().filter(run -> run.source() == Source.PICTURE).count();
    if (read == 0) {
      return Origin.TEXT;
    }
    return read == runs.size() ? Origin.PICTURE : Origin.MIXED;
  }

  private static int[] digits(RawPage raw) {
    int[] counts = new int[10];
    raw.runs().forEach(run -> count(run.text(), counts));
    return counts;
  }

  private static int[] digits(Page page) {
    int[] counts = new int[10];
    for (Block block : page.blocks()) {
      switch (block) {
        case Paragraph paragraph -> paragraph.lines().forEach(line -> count(line.text(), counts));
        case Table table ->
            table.rows().forEach(row -> row.forEach(cell -> count(cell.text(), counts)));
      }
    }
    return counts;
  }

  /** Adds how often each digit occurs in {@code text}. */
  private static void count(String text, int[] counts) {
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit >= 0 && digit <= 9) {
        counts[digit]++;
      }
    }
  }
}
