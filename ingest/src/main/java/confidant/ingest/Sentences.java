package confidant.ingest;

import confidant.ingest.ReadResult.Reason;
import confidant.ingest.ReadResult.Refused;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parts of sentences for the person. */
final class Sentences {

  /** More are not listed one by one. */
  private static final int MAX_LISTED = 12;

  private Sentences() {}

  /** {@code "Page 3 is"} or {@code "Pages 3, 4 and 9 are"}. */
  static String pages(List<Integer> numbers) {
    if (numbers.size() == 1) {
      return "Page " + numbers.getFirst() + " is";
    }
    if (numbers.size() > MAX_LISTED) {
      return numbers.size() + " pages, from page " + numbers.getFirst() + " on, are";
    }
    String list =
        numbers.subList(0, numbers.size() - 1).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return "Pages " + list + " and " + numbers.getLast() + " are";
  }

  /** Says that a document ends before the last page asked for. */
  static Optional<String> clipped(String name, Optional<PageRange> asked, int pages) {
    return asked
        .filter(range -> range.last() > pages)
        .map(
            range ->
                name
                    + " ends with page "
                    + pages
                    + ": the pages up to "
                    + range.last()
                    + " that were asked for are not there.");
  }

  /** None of the pages asked for is there. */
  static Refused noSuchPages(String name) {
    return new Refused(
        Reason.DAMAGED, name + " has none of the pages asked for; choose other pages.");
  }
}
