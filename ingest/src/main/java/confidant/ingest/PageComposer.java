package confidant.ingest;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Page;
import confidant.ingest.layout.PageLayout;
import confidant.ingest.layout.PageLayout.Layer;
import confidant.ingest.layout.Region;
import confidant.ingest.layout.TextRow;
import confidant.ingest.page.RawPage;
import java.util.ArrayList;
import java.util.List;

/** Makes a page of blocks out of a page of glyphs. */
final class PageComposer {

  private PageComposer() {}

  static Page compose(RawPage raw) {
    List<Block> blocks = new ArrayList<>();
    for (Layer layer : PageLayout.layers(raw)) {
      for (Region region : layer.regions()) {
        List<Line> lines = region.rows().stream().map(TextRow::toLine).toList();
        BoundingBox box = lines.stream().map(Line::box).reduce(BoundingBox::union).orElseThrow();
        blocks.add(new Paragraph(lines, box));
      }
    }
    return new Page(raw.number(), raw.width(), raw.height(), blocks);
  }
}
