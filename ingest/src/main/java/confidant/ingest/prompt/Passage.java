package confidant.ingest.prompt;

import confidant.ingest.document.Page;
import java.util.List;

/**
 * What a question finds or does not find: a page or a piece of one.
 *
 * @param source index of its paper
 * @param place which page or piece it is
 * @param page its text
 * @param first whether it is the first of its paper
 * @param terms what it is found by
 */
record Passage(int source, PagePiece place, Page page, boolean first, List<String> terms) {
  Passage {
    terms = List.copyOf(terms);
  }

  /** The same without its text. */
  Passage blank() {
    return new Passage(source, place, page.withBlocks(List.of()), first, List.of());
  }
}
