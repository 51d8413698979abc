package confidant.ingest.prompt;

import static confidant.ingest.prompt.Papers.CHARACTERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.document.Page;
import confidant.ingest.prompt.ExcerptFinder.Source;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptFinderTest {

  private static final int PAGES = 30;

  @Test
  void showsTheFirstPageAndThoseThatMatch() {
    Excerpt excerpt = find(contract(), "How long is the notice period?", 3000);
    assertEquals(Set.of(PagePiece.whole(1), PagePiece.whole(17)), excerpt.shown().getFirst());
    assertTrue(excerpt.text().contains("pages=\"30\" shown=\"1, 17\""), excerpt.text());
    assertTrue(excerpt.text().contains("three months"), excerpt.text());
    assertTrue(excerpt.text().contains("kind: other"), "the facts come with the first pages");
    assertTrue(excerpt.text().endsWith(Templates.excerpt() + "\n"), excerpt.text());
    assertFalse(excerpt.isEmpty());
  }

  @Test
  void isTheSameEveryTime() {
    assertEquals(
        find(contract(), "notice of page", 3000), find(contract(), "notice of page", 3000));
  }

  @Test
  void neverTakesMoreThanItsBudget() {
    for (int budget = 0; budget < 6000; budget += 250) {
      Excerpt excerpt = find(contract(), "clause notice", budget);
      assertTrue(CHARACTERS.count(excerpt.text()) <= budget, excerpt.text());
    }
    assertTrue(find(contract(), "notice", 100).isEmpty());
  }

  @Test
  void withoutAWordInCommonPagesComeInOrder() {
    Set<PagePiece> shown = find(contract(), "zzz?", 1500).shown().getFirst();
    assertTrue(shown.size() > 1);
    assertEquals("1-" + shown.size(), PagePiece.label(shown));
  }

  @Test
  void whatTheModelHasIsNotSentAgain() {
    Source source = new Source(contract(), Set.of(PagePiece.whole(1), PagePiece.whole(17)), true);
    Excerpt excerpt = ExcerptFinder.find(List.of(source), "garden notice", 1000, 3000, CHARACTERS);
    assertEquals(List.of(Set.of(PagePiece.whole(5))), excerpt.shown());
    assertFalse(excerpt.text().contains("<facts"), excerpt.text());
  }

  @Test
  void aQuestionThatGoesOnWithWhatIsKnownAddsNothing() {
    Source source = new Source(contract(), Set.of(PagePiece.whole(1)), true);
    Excerpt excerpt = ExcerptFinder.find(List.of(source), "zzz?", 1000, 3000, CHARACTERS);
    assertTrue(excerpt.isEmpty());
    assertEquals("", excerpt.text());
  }

  @Test
  void aPageThatIsTooLargeIsFoundByItsPieces() {
    String[] lines = new String[60];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = i == 44 ? "The deposit is 900.00." : "Clause %02d says nothing new.".formatted(i);
    }
    Page page = Papers.page(1, Papers.paragraph(lines));
    Source source = new Source(Papers.paper("a.txt", List.of(page)), Set.of(), false);
    Excerpt excerpt = ExcerptFinder.find(List.of(source), "deposit", 400, 2000, CHARACTERS);
    assertTrue(excerpt.text().contains("900.00"), excerpt.text());
    Set<PagePiece> shown = excerpt.shown().getFirst();
    assertEquals(2, shown.size());
    assertTrue(shown.stream().allMatch(piece -> piece.page() == 1 && piece.pieces() > 2));
  }

  @Test
  void everyPaperShowsItsFirstPage() {
    List<Source> sources =
        List.of(
            new Source(contract(), Set.of(), false),
            new Source(Papers.plain("slip.pdf", "Net 12.00"), Set.of(), false));
    Excerpt excerpt = ExcerptFinder.find(sources, "notice", 1000, 3000, CHARACTERS);
    assertTrue(excerpt.shown().get(0).contains(PagePiece.whole(17)));
    assertEquals(Set.of(PagePiece.whole(1)), excerpt.shown().get(1));
  }

  private static Excerpt find(PromptPaper paper, String question, int budget) {
    Source source = new Source(paper, Set.of(), false);
    return ExcerptFinder.find(List.of(source), question, 1000, budget, CHARACTERS);
  }

  private static PromptPaper contract() {
    return Papers.plain(
        "contract.pdf",
        IntStream.rangeClosed(1, PAGES)
            .mapToObj(
                number ->
                    switch (number) {
                      case 5 -> "The garden may be used.";
                      case 17 -> "The notice period is three months.";
                      default -> "Clause %d and the rest.".formatted(number);
                    })
            .toArray(String[]::new));
  }
}
