package confidant.ingest.prompt;

import confidant.ingest.document.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Splits a page between lines and rows of tables, which keep their headings. */
final class PageSplitter {

  private PageSplitter() {}

  /**
   * A page in pieces.
   *
   * @param pieces in order, each with some of its lines and rows
   * @param leftOut lines and rows of which one alone is too large
   */
  record Pieces(List<Page> pieces, int leftOut) {
    Pieces {
      pieces = List.copyOf(pieces);
    }
  }

  /** The fewest pieces that fit, each as large as possible. */
  static Pieces split(Page page, Predicate<Page> fits) {
    PageUnits units = new PageUnits(page);
    List<Page> pieces = new ArrayList<>();
    int leftOut = 0;
    int from = 0;
    while (from < units.size()) {
      int start = from;
      int most = Fitting.most(units.size() - start, n -> fits.test(units.slice(start, start + n)));
      if (most == 0) {
        leftOut++;
        from++;
      } else {
        pieces.add(units.slice(start, start + most));
        from += most;
      }
    }
    return new Pieces(pieces, leftOut);
  }

  /** What was left out of a page, in words. */
  static String sentence(int leftOut, int page) {
    return "%d %s of page %d, too long for any prompt"
        .formatted(leftOut, leftOut == 1 ? "line" : "lines", page);
  }
}
