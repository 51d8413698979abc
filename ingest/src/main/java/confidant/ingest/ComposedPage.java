package confidant.ingest;

import confidant.ingest.document.Block;
import confidant.ingest.document.Page;
import confidant.ingest.layout.PageLayout;
import confidant.ingest.layout.PageLayout.Layer;
import confidant.ingest.layout.Region;
import confidant.ingest.page.RawPage;
import confidant.ingest.page.RuleLine;
import confidant.ingest.tables.TableBlocks;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a page of blocks out of a page of glyphs.
 *
 * @param page the page
 * @param tableGivenUp whether a table is shown as rows since its numbers could not be vouched for
 */
record ComposedPage(Page page, boolean tableGivenUp) {

  static ComposedPage compose(RawPage raw) {
    List<Block> blocks = new ArrayList<>();
    boolean givenUp = false;
    for (Layer layer : PageLayout.layers(raw)) {
      List<RuleLine> rules = layer.turn().degrees() == 0 ? raw.rules() : List.of();
      for (Region region : layer.regions()) {
        TableBlocks.Result found = TableBlocks.find(region.rows(), rules);
        blocks.addAll(found.blocks());
        givenUp |= found.gaveUp();
      }
    }
    Page page = new Page(raw.number(), raw.width(), raw.height(), blocks);
    return new ComposedPage(page, givenUp);
  }
}
