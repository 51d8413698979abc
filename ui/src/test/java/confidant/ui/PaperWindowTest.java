package confidant.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ui.fake.FakePaperPort;
import confidant.ui.port.ChatEvent;
import confidant.ui.port.ChatEvent.EndReason;
import confidant.ui.port.DocumentEvent;
import confidant.ui.port.PaperPort.Kind;
import confidant.ui.port.PaperPort.Place;
import confidant.ui.port.PaperPort.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person looks at a paper. */
class PaperWindowTest {
  static final String ANSWER = "Net pay: 2,614.38 €. Two months: 5,228.76 € (p. 2)";
  private WindowFixture window;

  @BeforeEach
  void addPaper() throws Exception {
    window = new WindowFixture();
    window.open("payslip.pdf");
    window.papers.send(new DocumentEvent.Ready("d1", "payslip.pdf", 7, 1234, List.of()));
    window.await(() -> !window.node("summarise").isDisabled());
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  /** What looking up the figures of {@link #ANSWER} gives. */
  static List<Source> sources() {
    List<Place> places =
        List.of(FakePaperPort.place("d1", 3, "2,614.38"), FakePaperPort.place("d1", 6, "2,614.38"));
    return List.of(
        source("2,614.38", Kind.FIGURE, places),
        source("5,228.76", Kind.FIGURE, List.of()),
        source("2)", Kind.PAGE, List.of(new Place("d1", 2, List.of()))));
  }

  private static Source source(String figure, Kind kind, List<Place> places) {
    int start = ANSWER.indexOf(figure);
    int end = start + figure.replace(")", "").length();
    return new Source(start, end, kind, places);
  }

  private void openPaper() {
    window.clickOn(".document-show");
    window.await(() -> window.isShown("paper") && shownPages().contains("page-1"));
  }

  private void answer() {
    window.pages.sources = sources();
    window.clickOn("#summarise");
    window.await(() -> window.chat.questions.size() == 1);
    window.chat.send(
        new ChatEvent.AnswerText(ANSWER), new ChatEvent.Ended(EndReason.COMPLETE, 9, 5));
    window.await(() -> figures().size() == 3);
  }

  private Set<Node> figures() {
    return window.lookup(".figure").queryAll();
  }

  private Node figure(String text) {
    return window
        .lookup(".figure")
        .match(node -> node instanceof Text t && t.getText().equals(text))
        .query();
  }

  private List<String> shownPages() {
    List<String> ids = new ArrayList<>();
    window.lookup(".page").queryAll().forEach(page -> ids.add(page.getId()));
    return ids;
  }

  private ScrollPane pages() {
    return (ScrollPane) window.node("pages");
  }

  private String page() {
    return ((TextInputControl) window.node("paper-page")).getText();
  }

  /** Whether a node is within what the scroll pane shows. */
  private boolean isInSight(Node node) {
    Bounds bounds = node.localToScene(node.getBoundsInLocal());
    Bounds sight = pages().localToScene(pages().getBoundsInLocal());
    return sight.contains(bounds.getCenterX(), bounds.getCenterY());
  }

  @Test
  void showsOnlyThePagesInSight() {
    assertFalse(window.isShown("paper"));
    openPaper();
    assertEquals("payslip.pdf", window.words("paper-name"));
    assertEquals("of 7", window.words("paper-pages"));
    assertTrue(shownPages().size() < FakePaperPort.PAGES, shownPages().toString());
    window.clickOn("#paper-page").press(KeyCode.CONTROL).push(KeyCode.A).release(KeyCode.CONTROL);
    window.write("6").push(KeyCode.ENTER);
    window.await(() -> shownPages().contains("page-6") && !shownPages().contains("page-1"));
    assertEquals("6", page());
    window.clickOn("#paper-close");
    window.await(() -> !window.isShown("paper"));
  }

  @Test
  void theListOfPagesLeadsToThem() {
    openPaper();
    window.clickOn("#paper-list");
    window.await(() -> window.isShown("page-list"));
    Node fourth =
        window
            .lookup(".list-cell")
            .match(node -> node instanceof Labeled l && "4".equals(l.getText()))
            .query();
    window.clickOn(fourth);
    window.await(() -> page().equals("4"));
  }

  @Test
  void aFigureLeadsToItsPlaceAndOnToTheNext() {
    answer();
    window.clickOn(figure("2,614.38"));
    window.await(() -> window.isShown("paper") && page().equals("3"));
    window.await(() -> window.lookup(".spoken-of").queryAll().size() == 1);
    assertTrue(isInSight(window.lookup(".spoken-of").query()));
    window.awaitWords("paper-figure-count", "The figure stands in several places: 1 of 2");
    window.clickOn("#paper-figure-next");
    window.await(() -> page().equals("6"));
    window.await(() -> window.lookup(".spoken-of").queryAll().size() == 1);
    assertTrue(isInSight(window.lookup(".spoken-of").query()));
  }

  @Test
  void aFigureIsReachedByTheKeyboard() {
    answer();
    WindowFixture.on(
        () -> {
          figure("2,614.38").requestFocus();
          return true;
        });
    window.push(KeyCode.ENTER);
    window.await(() -> window.isShown("paper") && page().equals("3"));
  }

  @Test
  void aPageNumberLeadsToThePage() {
    answer();
    window.clickOn(figure("2"));
    window.await(() -> window.isShown("paper") && page().equals("2"));
    assertFalse(window.isShown("figure-bar"));
  }

  @Test
  void aFigureThatStandsNowhereLeadsNowhereAndSaysSo() {
    answer();
    Node missing = figure("5,228.76");
    assertTrue(missing.getAccessibleText().contains("does not stand in your papers"));
    assertFalse(missing.isFocusTraversable());
    window.clickOn(missing);
    window.settle();
    assertFalse(window.isShown("paper"));
    assertTrue(
        window
            .lookup(".figure-summary")
            .match(
                node ->
                    node instanceof Label label
                        && label
                            .getText()
                            .equals("1 figure stands in your papers, 1 does not: check it"))
            .tryQuery()
            .isPresent());
  }

  @Test
  void findsWordsAndStepsThroughThem() {
    openPaper();
    window.press(KeyCode.CONTROL).push(KeyCode.F).release(KeyCode.CONTROL);
    window.await(() -> window.isShown("find-bar") && window.node("find-words").isFocused());
    window.write("tax");
    window.awaitWords("paper-find-count", "1 of 7");
    window.push(KeyCode.ENTER).push(KeyCode.ENTER);
    window.awaitWords("paper-find-count", "3 of 7");
    window.await(() -> page().equals("3"));
    window.write("es");
    window.awaitWords("paper-find-count", "not found");
    window.push(KeyCode.ESCAPE);
    window.await(() -> !window.isShown("find-bar"));
    assertTrue(window.isShown("paper"));
  }

  @Test
  void zoomsAndTurns() {
    openPaper();
    String fitted = window.words("paper-zoom");
    window.clickOn("#paper-in");
    window.await(() -> !window.words("paper-zoom").equals(fitted));
    window.clickOn("#paper-fit-width");
    window.awaitWords("paper-zoom", fitted);
    double height = WindowFixture.on(() -> window.node("page-1").getLayoutBounds().getHeight());
    window.clickOn("#paper-turn");
    window.await(() -> window.node("page-1").getLayoutBounds().getHeight() < height);
  }

  @Test
  void wordsAreSelectedByMouseAndCopied() {
    openPaper();
    window.await(() -> !window.node("page-1").getAccessibleText().isBlank());
    Point2D from = at("Gross");
    Point2D to = at("661.50");
    window.drag(from).dropTo(to);
    window.await(() -> window.lookup(".selected-words").queryAll().size() == 6);
    window.press(KeyCode.CONTROL).push(KeyCode.C).release(KeyCode.CONTROL);
    assertEquals(
        "Gross pay 4,120.00\nIncome tax 661.50",
        WindowFixture.on(() -> Clipboard.getSystemClipboard().getString()));
  }

  /** The middle of a word of the first page on the screen. */
  private Point2D at(String word) {
    var box = FakePaperPort.place("d1", 1, word).boxes().getFirst();
    return WindowFixture.on(
        () ->
            window
                .lookup("#page-1 .page-sheet")
                .query()
                .localToScreen(box.left() + box.width() / 2, box.top() + box.height() / 2));
  }

  @Test
  void thePaperClosesWhenItIsRemoved() {
    openPaper();
    window.clickOn(".document-remove");
    window.await(() -> !window.isShown("paper"));
  }
}
