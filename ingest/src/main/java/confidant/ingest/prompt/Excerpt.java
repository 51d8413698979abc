package confidant.ingest.prompt;

import java.util.List;
import java.util.Set;

/**
 * Pages of papers that are too long for a prompt, chosen by a question.
 *
 * @param text as fenced prompt text, with a sentence on what it is
 * @param shown the pages of each paper, in the papers' order; empty where there are none
 * @param leftOut what of each paper stands in no prompt, in words
 */
public record Excerpt(String text, List<Set<PagePiece>> shown, List<List<String>> leftOut) {
  public Excerpt {
    shown = shown.stream().map(Set::copyOf).toList();
    leftOut = leftOut.stream().map(List::copyOf).toList();
  }

  /** Whether no page was chosen. */
  public boolean isEmpty() {
    return shown.stream().allMatch(Set::isEmpty);
  }
}
