package confidant.ui.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ui.documents.DocumentsViewModel;
import confidant.ui.fake.FakeDocumentPort;
import confidant.ui.fake.FakePaperPort;
import confidant.ui.fake.ManualFrames;
import confidant.ui.port.DocumentEvent;
import confidant.ui.port.PaperPort.Box;
import confidant.ui.port.PaperPort.Kind;
import confidant.ui.port.PaperPort.Place;
import confidant.ui.port.PaperPort.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaperViewModelTest {
  private final ManualFrames frames = new ManualFrames();
  private final FakeDocumentPort files = new FakeDocumentPort();
  private final FakePaperPort port = new FakePaperPort();
  private final DocumentsViewModel documents = new DocumentsViewModel(files, frames);
  private final PaperViewModel paper = new PaperViewModel(port, documents, frames);

  @BeforeEach
  void readPapers() {
    documents.add(List.of(Path.of("slip.pdf"), Path.of("letter.pdf")));
    files.send(
        new DocumentEvent.Ready("d1", "slip.pdf", 7, 99, List.of()),
        new DocumentEvent.Ready("d2", "letter.pdf", 7, 99, List.of()));
    frames.next();
  }

  private void open(String id) {
    paper.open(id);
    frames.next();
  }

  @Test
  void aPaperOpensAtItsFirstPage() {
    assertFalse(paper.openProperty().get());
    paper.open("d1");
    assertTrue(paper.openProperty().get());
    assertEquals("slip.pdf", paper.nameProperty().get());
    assertEquals(0, paper.pages().size(), "until the port has told");
    frames.next();
    assertEquals(7, paper.pages().size());
    assertEquals(1, paper.currentPageProperty().get());
  }

  @Test
  void theAnswerOfAPaperThatIsNotLookedAtAnyMoreIsIgnored() {
    paper.open("d1");
    paper.open("d2");
    frames.next();
    assertEquals("letter.pdf", paper.nameProperty().get());
    assertEquals("d2", paper.pages().getFirst().documentId());
  }

  @Test
  void closesWithThePaperItShows() {
    open("d1");
    documents.remove(documents.documents().get(1));
    assertTrue(paper.openProperty().get());
    documents.remove(documents.documents().getFirst());
    assertFalse(paper.openProperty().get());
    assertEquals(0, paper.pages().size());
    paper.open("d1");
    assertFalse(paper.openProperty().get(), "it is gone");
  }

  @Test
  void stepsThroughThePlacesOfAFigureFromPaperToPaper() {
    Place first = FakePaperPort.place("d1", 2, "661.50");
    Place second = FakePaperPort.place("d2", 5, "661.50");
    paper.show(List.of(first, second));
    frames.next();
    assertEquals("slip.pdf", paper.nameProperty().get());
    assertEquals(Optional.of(first), paper.targetProperty().get());
    paper.figure().next();
    frames.next();
    assertEquals("letter.pdf", paper.nameProperty().get());
    assertEquals(Optional.of(second), paper.targetProperty().get());
    paper.figure().next();
    assertEquals(0, paper.figure().indexProperty().get());
    paper.figure().previous();
    assertEquals(1, paper.figure().indexProperty().get());
    paper.close();
    assertEquals(List.of(), paper.figure().placesProperty().get());
  }

  @Test
  void goesToTheNearestPage() {
    open("d1");
    paper.goToPage(99);
    assertEquals(Optional.of(new Place("d1", 7, List.of())), paper.targetProperty().get());
    paper.goToPage(0);
    assertEquals(1, paper.targetProperty().get().orElseThrow().page());
  }

  @Test
  void findsWordsAsTheyAreTyped() {
    open("d1");
    FindViewModel find = paper.find();
    find.wordsProperty().set("net");
    frames.next();
    assertEquals(0, find.hits().placesProperty().get().size(), "nobody looks for anything yet");
    find.show();
    frames.next();
    assertEquals(7, find.hits().placesProperty().get().size());
    find.hits().next();
    assertEquals(2, paper.targetProperty().get().orElseThrow().page());
    find.wordsProperty().set("net p");
    find.wordsProperty().set("");
    frames.next();
    assertEquals(List.of(), find.hits().placesProperty().get(), "a late answer is no answer");
    find.wordsProperty().set("pay");
    find.close();
    frames.next();
    assertEquals(List.of(), find.hits().placesProperty().get());
  }

  @Test
  void aPageHasItsPictureWhileItIsShown() {
    open("d1");
    PageViewModel page = paper.pages().get(3);
    assertEquals(List.of(), port.ordered);
    page.show(1);
    page.show(1.0001);
    frames.next();
    assertEquals(List.of("d1 4", "d1 4"), port.ordered);
    assertEquals(List.of("d1 4"), port.takenBack);
    assertTrue(page.pictureProperty().get().isPresent());
    assertTrue(page.wordsProperty().get().size() > 5);
    page.show(1.0002);
    assertEquals(2, port.ordered.size(), "fine enough");
    page.hide();
    assertTrue(page.pictureProperty().get().isEmpty());
    page.show(1);
    page.hide();
    frames.next();
    assertTrue(page.pictureProperty().get().isEmpty(), "too late");
  }

  @Test
  void aPageThatCannotBePaintedSaysSo() {
    port.painting = false;
    open("d1");
    PageViewModel page = paper.pages().getFirst();
    page.show(1);
    frames.next();
    assertTrue(page.unpaintableProperty().get());
  }

  @Test
  void selectsWordsInReadingOrderWhateverTheDirectionOfTheMouse() {
    open("d1");
    paper.pages().forEach(page -> page.show(1));
    frames.next();
    Box gross = box("Gross");
    Box tax = box("tax");
    WordSelection selection = paper.selection();
    selection.begin(1, tax.left() + 1, tax.top() + 1);
    assertEquals("", selection.text());
    selection.extendTo(1, gross.left() + 1, gross.top() + 1);
    assertEquals("Gross pay 4,120.00\nIncome tax", selection.text());
    assertEquals(5, selection.boxes(1).size());
    selection.extendTo(2, 0, 0);
    assertTrue(selection.text().startsWith("tax 661.50"), selection.text());
    assertTrue(selection.text().endsWith("2,614.38\nPayslip"), selection.text());
    selection.selectWord(1, gross.left() + 1, gross.top() - 3);
    assertEquals("Gross", selection.text());
    selection.clear();
    assertEquals(List.of(), selection.boxes(1));
  }

  private static Box box(String word) {
    return FakePaperPort.place("d1", 1, word).boxes().getFirst();
  }

  @Test
  void aPointBesideALineMeansItsNearestWord() {
    open("d1");
    PageViewModel page = paper.pages().getFirst();
    page.show(1);
    frames.next();
    Box last = box("661.50");
    int nearest = WordSelection.nearest(page.wordsProperty().get(), 590, last.top() + 7);
    assertEquals("661.50", page.wordsProperty().get().get(nearest).text());
    assertEquals(-1, WordSelection.nearest(List.of(), 1, 1));
  }

  @Test
  void theFiguresOfAnAnswerAreLookedUpOnce() {
    FiguresViewModel figures = new FiguresViewModel(port, frames, paper);
    Source net = new Source(0, 8, Kind.FIGURE, List.of(FakePaperPort.place("d1", 1, "2,614.38")));
    Source wrong = new Source(9, 11, Kind.FIGURE, List.of());
    Source page = new Source(12, 13, Kind.PAGE, List.of());
    port.sources = List.of(net, wrong, page);
    figures.lookUp("t1", "2,614.38 17 3", List.of("d1"));
    figures.lookUp("t1", "2,614.38 17 3", List.of("d1"));
    figures.lookUp("t2", "17", List.of());
    frames.next();
    assertEquals(List.of("2,614.38 17 3"), port.lookedUp);
    List<Source> found = figures.of("t1").sourcesProperty().get();
    assertEquals(1, AnswerFigures.standing(found));
    assertEquals(1, AnswerFigures.missing(found));
    assertEquals(List.of(), figures.of("t2").sourcesProperty().get());
    figures.show(net);
    assertEquals("d1", paper.documentIdProperty().get());
  }
}
