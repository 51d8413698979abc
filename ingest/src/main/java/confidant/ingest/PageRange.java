package confidant.ingest;

/**
 * Pages to read, counted from 1.
 *
 * @param first first page
 * @param last last page, included
 */
public record PageRange(int first, int last) {

  public PageRange {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("no page range: " + first + "-" + last);
    }
  }

  /**
   * Reads {@code "3"} or {@code "3-7"}.
   *
   * @throws IllegalArgumentException if {@code text} is neither
   */
  public static PageRange parse(String text) {
    int dash = text.indexOf('-');
    try {
      return dash < 0
          ? new PageRange(Integer.parseInt(text.strip()), Integer.parseInt(text.strip()))
          : new PageRange(
              Integer.parseInt(text.substring(0, dash).strip()),
              Integer.parseInt(text.substring(dash + 1).strip()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no page range: " + text, e);
    }
  }

  public boolean contains(int page) {
    return page >= first && page <= last;
  }
}
