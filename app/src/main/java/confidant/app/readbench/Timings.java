package confidant.app.readbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How long one way of reading took for files of known lengths. */
final class Timings {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double HALF = 0.5;
  private static final double NEARLY_ALL = 0.95;

  private final List<OfPaper> papers = new ArrayList<>();

  /**
   * A paper.
   *
   * @param millis for each of its pages
   */
  private record OfPaper(Paper paper, double millis) {

    int pages() {
      return paper.pages();
    }
  }

  /**
   * Takes a paper into account. The median of its runs counts; its pages share the time alike.
   *
   * @param nanos of each run, at least one
   */
  void add(Paper paper, List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    double middle = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2.0;
    papers.add(new OfPaper(paper, middle / NANOS_PER_MILLI / paper.pages()));
  }

  int files() {
    return papers.size();
  }

  /** Of all pages. */
  PageTimes all() {
    return times(papers);
  }

  /** Of the pages of full papers. */
  PageTimes full() {
    return times(papers.stream().filter(each -> each.paper().isFull()).toList());
  }

  private static PageTimes times(List<OfPaper> papers) {
    List<OfPaper> sorted =
        papers.stream().sorted(Comparator.comparingDouble(OfPaper::millis)).toList();
    int pages = sorted.stream().mapToInt(OfPaper::pages).sum();
    return new PageTimes(
        pages,
        within(HALF * pages, sorted),
        within(NEARLY_ALL * pages, sorted),
        sorted.stream().mapToDouble(each -> each.millis() * each.pages()).sum());
  }

  /** Milliseconds within which so many pages were read; 0 if there are none. */
  private static double within(double pages, List<OfPaper> sorted) {
    double seen = 0;
    double millis = 0;
    for (OfPaper each : sorted) {
      millis = each.millis();
      seen += each.pages();
      if (seen >= pages) {
        break;
      }
    }
    return millis;
  }
}
