package confidant.ingest;

import confidant.ingest.PictureText.Problem;
import confidant.ingest.document.Doubt;
import confidant.ingest.document.Page;
import confidant.ingest.document.Page.Origin;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers what the person should know about pages that were read from pictures, or were not. */
final class OcrNotices {

  private final String name;
  private final Map<Problem, List<Integer>> problems = new EnumMap<>(Problem.class);

  OcrNotices(String name) {
    this.name = name;
  }

  void add(int page, Problem problem) {
    problems.computeIfAbsent(problem, key -> new ArrayList<>()).add(page);
  }

  boolean has(Problem problem) {
    return problems.containsKey(problem);
  }

  /** Sentences about {@code pages}. */
  List<String> of(List<Page> pages) {
    List<String> notices = new ArrayList<>();
    List<Integer> read =
        pages.stream().filter(page -> page.origin() != Origin.TEXT).map(Page::number).toList();
    if (!read.isEmpty()) {
      notices.add(
          name
              + ": "
              + Sentences.pages(read)
              + (read.size() == 1 ? " read from a picture" : " read from pictures")
              + ", where figures can be mistaken for others; compare those that matter with the"
              + " original.");
    }
    addDoubts(pages, notices);
    problems.forEach(
        (problem, numbers) ->
            notices.add(name + ": " + Sentences.pages(numbers) + Sentences.notRead(problem)));
    return notices;
  }

  private void addDoubts(List<Page> pages, List<String> notices) {
    long count =
        pages.stream().flatMap(page -> page.doubts().stream()).filter(OcrNotices::both).count();
    for (Page page : pages) {
      for (Doubt doubt : page.doubts()) {
        if (both(doubt)) {
          notices.add(
              name
                  + ": "
                  + (count == 1 ? "1 figure" : count + " figures")
                  + " can be read in two ways, such as "
                  + doubt.read()
                  + " on page "
                  + page.number()
                  + ", which may be "
                  + doubt.other()
                  + ".");
          return;
        }
      }
    }
  }

  private static boolean both(Doubt doubt) {
    return !doubt.other().isEmpty();
  }
}
