package confidant.ui.paper;

import confidant.ui.port.PaperPort.PageSize;
import java.util.List;

/**
 * Pages below each other, each in the middle of the width. In pixels.
 *
 * @param width of all
 * @param height of all
 * @param tops of the pages
 * @param sizes of the pages as shown
 */
record PageStack(double width, double height, double[] tops, List<PageSize> sizes) {

  /** Room around pages, in pixels. */
  static final double GAP = 12;

  /**
   * Stacks pages.
   *
   * @param pages in points, as they stand in their file
   * @param scale pixels per point
   * @param quarters by which they are turned
   * @param room width of what they are shown in
   */
  static PageStack of(List<PageSize> pages, double scale, int quarters, double room) {
    boolean across = quarters % 2 == 1;
    List<PageSize> sizes =
        pages.stream()
            .map(
                page ->
                    across
                        ? new PageSize(page.height() * scale, page.width() * scale)
                        : new PageSize(page.width() * scale, page.height() * scale))
            .toList();
    double[] tops = new double[sizes.size()];
    double next = GAP;
    double widest = 0;
    for (int i = 0; i < tops.length; i++) {
      tops[i] = next;
      next += sizes.get(i).height() + GAP;
      widest = Math.max(widest, sizes.get(i).width());
    }
    return new PageStack(Math.max(room, widest + 2 * GAP), next, tops, sizes);
  }

  /** The page at a height, or the one above it in a gap; 0 if that is above all. */
  int indexAt(double y) {
    int low = 0;
    int high = tops.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (tops[middle] <= y) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  double left(int index) {
    return (width - sizes.get(index).width()) / 2;
  }

  /** How far below the top of a page a height is, as a share of the page. */
  double share(int index, double y) {
    return (y - tops[index]) / Math.max(1, sizes.get(index).height());
  }

  /** The height of a share of a page. */
  double at(int index, double share) {
    return tops[index] + share * sizes.get(index).height();
  }
}
