package confidant.app.readbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How long one way of reading took for files of known lengths. */
final class Timings {
  private static final double NANOS_PER_MILLI = 1e6;

  private final List<OfFile> files = new ArrayList<>();

  /**
   * A file.
   *
   * @param millis for each of its pages
   */
  private record OfFile(int pages, double millis) {}

  /**
   * Takes a file into account. The median of its runs counts; its pages share the time alike.
   *
   * @param nanos of each run, at least one
   */
  void add(int pages, List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    double middle = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2.0;
    files.add(new OfFile(pages, middle / NANOS_PER_MILLI / pages));
  }

  int files() {
    return files.size();
  }

  int pages() {
    return files.stream().mapToInt(OfFile::pages).sum();
  }

  /**
   * Milliseconds within which a share of all pages was read.
   *
   * @param share above 0, at most 1
   */
  double within(double share) {
    double wanted = share * pages();
    double seen = 0;
    double millis = 0;
    for (OfFile file : files.stream().sorted(Comparator.comparingDouble(OfFile::millis)).toList()) {
      millis = file.millis();
      seen += file.pages();
      if (seen >= wanted) {
        break;
      }
    }
    return millis;
  }
}
