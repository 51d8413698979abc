package confidant.ingest.prompt;

import confidant.ingest.document.Page;
import confidant.ingest.prompt.PageSplitter.Pieces;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a document into parts that each fit into a prompt: between pages, and a page that alone is
 * too large between its lines and rows. Every line is in exactly one part or is named as left out.
 */
public final class DocumentSplitter {

  /** No label of a piece takes more room than this one. */
  private static final PagePiece WIDEST = new PagePiece(9999, 9999, 9999);

  private final PromptPaper paper;
  private final int budgetTokens;
  private final TokenCounter counter;
  private final List<Part> parts = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  private DocumentSplitter(PromptPaper paper, int budgetTokens, TokenCounter counter) {
    this.paper = paper;
    this.budgetTokens = budgetTokens;
    this.counter = counter;
  }

  /**
   * A document in parts.
   *
   * @param parts in order
   * @param leftOut what is in none of them, in words
   */
  public record Split(List<Part> parts, List<String> leftOut) {
    public Split {
      parts = List.copyOf(parts);
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * The parts of {@code paper}, each with its kind and the doubts on its pages.
   *
   * @param budgetTokens most tokens of a part's text
   */
  public static Split split(PromptPaper paper, int budgetTokens, TokenCounter counter) {
    DocumentSplitter splitter = new DocumentSplitter(paper, budgetTokens, counter);
    splitter.splitPages();
    return new Split(splitter.parts, splitter.leftOut);
  }

  private void splitPages() {
    List<Page> pages = paper.document().pages();
    int from = 0;
    while (from < pages.size()) {
      int start = from;
      int most = Fitting.most(pages.size() - start, n -> fits(pages.subList(start, start + n)));
      if (most == 0) {
        splitPage(pages.get(from));
        from++;
      } else {
        List<Page> part = pages.subList(from, from + most);
        add(part, wholes(part));
        from += most;
      }
    }
  }

  private void splitPage(Page page) {
    Pieces pieces = PageSplitter.split(page, piece -> fits(List.of(piece), List.of(WIDEST)));
    int count = pieces.pieces().size();
    for (int i = 0; i < count; i++) {
      PagePiece piece = new PagePiece(page.number(), i + 1, count);
      add(List.of(pieces.pieces().get(i)), List.of(piece));
    }
    if (pieces.leftOut() > 0) {
      leftOut.add(PageSplitter.sentence(pieces.leftOut(), page.number()));
    }
  }

  private static List<PagePiece> wholes(List<Page> pages) {
    return pages.stream().map(page -> PagePiece.whole(page.number())).toList();
  }

  private boolean fits(List<Page> pages) {
    return fits(pages, wholes(pages));
  }

  private boolean fits(List<Page> pages, List<PagePiece> shown) {
    return counter.count(text(pages, shown)) <= budgetTokens;
  }

  private void add(List<Page> pages, List<PagePiece> shown) {
    parts.add(new Part(PagePiece.label(shown), pages, text(pages, shown)));
  }

  private String text(List<Page> pages, List<PagePiece> shown) {
    return DocumentFence.excerpt(paper, pages, PagePiece.label(shown), Facts.brief(paper, pages));
  }
}
