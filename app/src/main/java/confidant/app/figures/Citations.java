package confidant.app.figures;

import confidant.app.documents.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The papers and pages that one line of an answer names.
 *
 * @param pages numbers of pages, each where it stands
 * @param papers those named; all if none is
 * @param rest the line without what names pages and papers, of the same length
 */
record Citations(List<PageNumber> pages, List<Paper> papers, String rest) {

  private static final Pattern PAGES =
      Pattern.compile(
          "(?<!\\p{L})(?:pages?|pp?\\.|pg\\.|seiten?|S\\.|Bl\\.)\\s{0,2}"
              + "\\d{1,4}(?:\\s{0,2}(?:[-–—&]|and|und|to|bis)\\s{0,2}\\d{1,4}(?![\\d.,]*\\d))*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  /** Stands for what is no figure. */
  private static final String MASK = "\uFFFC";

  /**
   * A page that is named.
   *
   * @param start of its number in the line
   * @param end of its number in the line, excluded
   */
  record PageNumber(int start, int end, int page) {}

  static Citations of(String line, List<Paper> papers) {
    List<Paper> named = new ArrayList<>();
    String rest = line;
    for (Paper paper : papers) {
      String name = paper.document().name();
      String masked = name.isEmpty() ? rest : rest.replace(name, MASK.repeat(name.length()));
      if (!masked.equals(rest)) {
        named.add(paper);
      }
      rest = masked;
    }
    List<PageNumber> pages = new ArrayList<>();
    Matcher matcher = PAGES.matcher(rest);
    while (matcher.find()) {
      Matcher digits = DIGITS.matcher(line).region(matcher.start(), matcher.end());
      while (digits.find()) {
        pages.add(new PageNumber(digits.start(), digits.end(), Integer.parseInt(digits.group())));
      }
    }
    rest = PAGES.matcher(rest).replaceAll(found -> MASK.repeat(found.group().length()));
    return new Citations(pages, named.isEmpty() ? papers : named, rest);
  }

  /** Where the page stands that is named. */
  List<Place> places(PageNumber number) {
    return papers.stream()
        .filter(
            paper ->
                paper.document().pages().stream().anyMatch(page -> page.number() == number.page()))
        .map(paper -> new Place(paper.id(), number.page(), Optional.empty()))
        .toList();
  }

  /** Whether the line names this place's page. */
  boolean isNamed(Place place) {
    return pages.stream().anyMatch(number -> number.page() == place.page())
        && papers.stream().anyMatch(paper -> paper.id().equals(place.paperId()));
  }
}
