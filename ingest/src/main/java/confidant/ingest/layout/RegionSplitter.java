package confidant.ingest.layout;

import confidant.ingest.page.RuleLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits rows into regions at gutters between columns of prose, or blocks of lines that stand side
 * by side. Where none is found the rows stay whole, as those of statements and tables must.
 */
final class RegionSplitter {

  private final GutterFinder gutters;
  private final BlockFinder blocks;
  private final List<Region> regions = new ArrayList<>();

  private RegionSplitter(List<RuleLine> rules) {
    gutters = new GutterFinder(rules);
    blocks = new BlockFinder(rules);
  }

  /** Regions in reading order: what stands above a gutter, left of it, right of it, below it. */
  static List<Region> split(List<TextRow> rows, List<RuleLine> rules) {
    RegionSplitter splitter = new RegionSplitter(rules);
    splitter.split(rows);
    return splitter.regions;
  }

  private void split(List<TextRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Optional<Gutter> found = gutters.find(rows).or(() -> blocks.find(rows));
    if (found.isEmpty()) {
      regions.add(new Region(rows));
      return;
    }
    Gutter gutter = found.get();
    List<TextRow> between = rows.subList(gutter.firstRow(), gutter.lastRow() + 1);
    split(rows.subList(0, gutter.firstRow()));
    split(gutter.leftOf(between));
    split(gutter.rightOf(between));
    split(rows.subList(gutter.lastRow() + 1, rows.size()));
  }
}
