package confidant.app.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.app.documents.PageWords.Word;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Document;
import confidant.ingest.document.Page;
import confidant.ingest.document.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PageWordsTest {
  private static final BoundingBox BOX = new BoundingBox(0, 0, 100, 20);
  private static final BoundingBox PLACE = new BoundingBox(60, 5, 30, 10);

  private static final Page PAGE =
      new Page(
          1,
          595,
          842,
          List.of(
              new Paragraph(
                  List.of(
                      new Line("Net pay", BOX, List.of(new Span(0, 3, BOX), new Span(4, 7, PLACE))),
                      new Line("in Zürich", BOX)),
                  BOX),
              new Table(
                  List.of(
                      List.of(new Cell("Total", BOX), new Cell("", BOX), new Cell("12\n34", BOX)),
                      List.of(new Cell("x", BOX), new Cell("y", BOX), new Cell("z", BOX))),
                  0,
                  BOX)));

  @Test
  void copiedWordsKeepLinesColumnsAndBlocks() {
    String text =
        PageWords.of(PAGE).stream()
            .map(word -> word.gap() + word.text())
            .collect(Collectors.joining());
    assertEquals("Net pay\nin Zürich\n\nTotal\t12 34\nx\ty\tz", text);
  }

  @Test
  void wordsStandWhereThePaperSaysOrWhereTheirLineSuggests() {
    List<Word> words = PageWords.of(PAGE);
    assertEquals(PLACE, words.get(1).box());
    assertEquals(0, words.get(2).box().left());
    assertEquals(200.0 / 9, words.get(2).box().width(), 1e-9);
    assertEquals(new BoundingBox(0, 10, 100, 10), words.get(6).box(), "the second line of a cell");
  }

  @Test
  void findsWordsOverLinesWhateverTheirCaseAndAccents() {
    Document document = new Document("a.pdf", "application/pdf", List.of(PAGE));
    List<PaperSearch.Hit> hits = PaperSearch.find(document, " PAY  in zurich ");
    assertEquals(1, hits.size());
    assertEquals(List.of(3), hits.stream().map(hit -> hit.boxes().size()).toList());
    assertEquals(PLACE, hits.getFirst().boxes().getFirst());
    assertEquals(List.of(), PaperSearch.find(document, "  "));
    assertEquals(List.of(), PaperSearch.find(document, "gross"));
  }

  @Test
  void findsEveryPlaceOnce() {
    Page page = new Page(1, 9, 9, List.of(new Paragraph(List.of(new Line("aaaa b aa", BOX)), BOX)));
    Document document = new Document("a.pdf", "application/pdf", List.of(page));
    assertEquals(3, PaperSearch.find(document, "aa").size());
  }
}
