package confidant.app.documents;

import confidant.ingest.document.Check;
import confidant.ingest.document.Check.Outcome;
import confidant.ingest.document.Doubt;
import confidant.ingest.document.Page;
import confidant.ingest.prompt.Doubts;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person must know of a paper's figures whatever a model says: checks that failed and
 * readings in doubt.
 */
public final class PaperNotices {
  private static final int MOST_FAILURES = 5;
  private static final int MOST_DOUBTS = 5;

  private PaperNotices() {}

  /** One sentence each; the last ones count what was left out. */
  public static List<String> of(Paper paper) {
    List<String> notices = new ArrayList<>();
    addFailures(paper, notices);
    addDoubts(paper, notices);
    return notices;
  }

  private static void addFailures(Paper paper, List<String> notices) {
    List<Check> failed =
        paper.findings().checks().stream()
            .filter(check -> check.outcome() == Outcome.FAILED)
            .toList();
    String name = paper.document().name();
    failed.stream()
        .limit(MOST_FAILURES)
        .forEach(
            check ->
                notices.add(
                    "%s: a check failed (%s: %s); compare these figures with the paper."
                        .formatted(name, check.what(), check.formula())));
    if (failed.size() > MOST_FAILURES) {
      notices.add(
          "%s: %d more checks failed; \"confidant read --format fields\" lists them."
              .formatted(name, failed.size() - MOST_FAILURES));
    }
  }

  private static void addDoubts(Paper paper, List<String> notices) {
    String name = paper.document().name();
    int told = 0;
    int more = 0;
    for (Page page : paper.document().pages()) {
      for (Doubt doubt : page.doubts()) {
        if (Doubts.isFigure(doubt) && told < MOST_DOUBTS) {
          told++;
          notices.add(sentence(name, page.number(), doubt));
        } else {
          more++;
        }
      }
    }
    if (more > 0) {
      notices.add(
          "%s: %d %s could not be read with certainty; compare what matters with the paper."
              .formatted(name, more, more == 1 ? "word more" : "words more"));
    }
  }

  private static String sentence(String name, int page, Doubt doubt) {
    String reading =
        doubt.other().isEmpty()
            ? "\"%s\" is uncertain".formatted(doubt.read())
            : "\"%s\" may also be \"%s\"".formatted(doubt.read(), doubt.other());
    return "%s, page %d: %s; compare it with the paper.".formatted(name, page, reading);
  }
}
