package confidant.ingest.prompt;

import confidant.ingest.document.MarkdownWriter;
import confidant.ingest.document.Page;
import confidant.ingest.prompt.PageSplitter.Pieces;
import java.util.ArrayList;
import java.util.List;

/** Papers as passages: a page each, or pieces of a page that is too large. */
final class Passages {

  private final List<Passage> all = new ArrayList<>();
  private final List<List<String>> leftOut = new ArrayList<>();

  /**
   * Makes the passages of {@code papers}.
   *
   * @param mostTokens of a passage
   */
  Passages(List<PromptPaper> papers, int mostTokens, TokenCounter counter) {
    for (int source = 0; source < papers.size(); source++) {
      leftOut.add(new ArrayList<>());
      for (Page page : papers.get(source).document().pages()) {
        if (tokens(page, counter) <= mostTokens) {
          add(source, PagePiece.whole(page.number()), page);
        } else {
          addPieces(source, page, mostTokens, counter);
        }
      }
    }
  }

  /** All of them, in the order of papers and pages. */
  List<Passage> all() {
    return List.copyOf(all);
  }

  /** What of each paper is in none of them, in words. */
  List<List<String>> leftOut() {
    return leftOut.stream().map(List::copyOf).toList();
  }

  private void addPieces(int source, Page page, int mostTokens, TokenCounter counter) {
    Pieces pieces = PageSplitter.split(page, piece -> tokens(piece, counter) <= mostTokens);
    int count = pieces.pieces().size();
    for (int i = 0; i < count; i++) {
      add(source, new PagePiece(page.number(), i + 1, count), pieces.pieces().get(i));
    }
    if (pieces.leftOut() > 0) {
      leftOut.get(source).add(PageSplitter.sentence(pieces.leftOut(), page.number()));
    }
  }

  private void add(int source, PagePiece place, Page page) {
    boolean first = all.isEmpty() || all.getLast().source() != source;
    all.add(new Passage(source, place, page, first, Terms.of(page)));
  }

  private static int tokens(Page page, TokenCounter counter) {
    return counter.count(MarkdownWriter.write(page));
  }
}
