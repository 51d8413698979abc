package confidant.ingest.fields;

import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Check;
import confidant.ingest.document.Check.Outcome;
import confidant.ingest.document.Document;
import confidant.ingest.document.Doubt;
import confidant.ingest.document.Findings;
import confidant.ingest.document.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets the checks choose between two readings of a figure. The second is taken only if a failed
 * check that the figure stands in holds with it, none that held fails, and no other figure's second
 * reading would do as well.
 *
 * <p>Nothing is repaired that way: both readings are of what stands on the paper, and the one that
 * is not taken is kept as the doubt.
 */
public final class ReadingChooser {

  /** Checks that may be mended, one after the other. */
  private static final int MOST_CHOICES = 6;

  /** Second readings tried at once; each has the document's fields read anew. */
  private static final int MOST_TRIALS = 16;

  /** A figure's own box and the box of its field differ by this at most, in points. */
  private static final double NEAR = 2;

  private final FieldReader fields = new FieldReader();

  /**
   * A second reading that was taken.
   *
   * @param page on which it stands
   * @param doubt the figure, the reading that was taken first
   * @param check what holds with it, in words
   */
  public record Choice(int page, Doubt doubt, String check) {}

  /**
   * A document with the readings that its checks chose.
   *
   * @param choices what was chosen; if nothing was, the document is as it was given
   */
  public record Chosen(Document document, List<Choice> choices) {
    public Chosen {
      choices = List.copyOf(choices);
    }
  }

  /** One second reading, tried. */
  private record Trial(Document document, Choice choice) {}

  /** Chooses among the second readings of {@code document}. */
  public Chosen choose(Document document) {
    Document current = document;
    List<Choice> choices = new ArrayList<>();
    while (choices.size() < MOST_CHOICES && hasSecondReadings(current)) {
      Optional<Trial> best = onlyTrial(current);
      if (best.isEmpty()) {
        break;
      }
      current = best.get().document();
      choices.add(best.get().choice());
    }
    return new Chosen(current, choices);
  }

  private static boolean hasSecondReadings(Document document) {
    return document.pages().stream()
        .flatMap(page -> page.doubts().stream())
        .anyMatch(doubt -> !doubt.other().isEmpty());
  }

  /** The trial that mends a check, if there is exactly one. */
  private Optional<Trial> onlyTrial(Document document) {
    Findings before = fields.read(document);
    List<Check> failed = failed(before);
    List<Trial> mending = new ArrayList<>();
    int trials = 0;
    for (Page page : document.pages()) {
      for (Doubt doubt : page.doubts()) {
        if (!doubt.other().isEmpty()
            && failed.stream().anyMatch(check -> standsOn(check, page.number(), doubt.box()))
            && trials++ < MOST_TRIALS) {
          attempt(document, page, doubt, before).ifPresent(mending::add);
        }
      }
    }
    return mending.size() == 1 ? Optional.of(mending.getFirst()) : Optional.empty();
  }

  private static boolean standsOn(Check check, int page, BoundingBox figure) {
    return check.fields().stream()
        .filter(field -> field.page() == page)
        .anyMatch(
            field ->
                field.box().left() - NEAR <= figure.right()
                    && field.box().right() + NEAR >= figure.left()
                    && field.box().top() - NEAR <= figure.bottom()
                    && field.box().bottom() + NEAR >= figure.top());
  }

  private Optional<Trial> attempt(Document document, Page page, Doubt doubt, Findings before) {
    Optional<Page> changed = SecondReading.take(page, doubt);
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    List<Page> pages =
        document.pages().stream().map(each -> each.equals(page) ? changed.get() : each).toList();
    Document other = new Document(document.name(), document.mediaType(), pages);
    Findings after = fields.readAs(other, before.kind());
    return mended(before, after)
        .map(
            check ->
                new Trial(
                    other, new Choice(page.number(), SecondReading.swapped(doubt), check.what())));
  }

  /** A check that failed and no longer does, if nothing else got worse. */
  private static Optional<Check> mended(Findings before, Findings after) {
    Set<String> failedBefore =
        failed(before).stream().map(ReadingChooser::name).collect(Collectors.toSet());
    Set<String> failedAfter =
        failed(after).stream().map(ReadingChooser::name).collect(Collectors.toSet());
    boolean nothingLost =
        failedBefore.containsAll(failedAfter)
            && after.fields().size() >= before.fields().size()
            && count(after, Outcome.NOT_POSSIBLE) <= count(before, Outcome.NOT_POSSIBLE);
    return failed(before).stream()
        .filter(check -> nothingLost && !failedAfter.contains(name(check)))
        .findFirst();
  }

  private static List<Check> failed(Findings findings) {
    return findings.checks().stream().filter(check -> check.outcome() == Outcome.FAILED).toList();
  }

  private static long count(Findings findings, Outcome outcome) {
    return findings.checks().stream().filter(check -> check.outcome() == outcome).count();
  }

  private static String name(Check check) {
    return check.what() + ": " + check.formula();
  }
}
