package confidant.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.samples.layout.Template;
import confidant.samples.layout.Templates;
import confidant.samples.truth.Box;
import confidant.samples.truth.Figure;
import confidant.samples.truth.JsonWriter;
import confidant.samples.truth.Kind;
import confidant.samples.truth.Printed;
import confidant.samples.truth.Truth;
import confidant.samples.words.Language;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaperMakerTest {

  /** Ink of two texts may come this close, in points; boxes reach a little beyond the ink. */
  private static final double OVERLAP = 1.5;

  @Test
  void theSameSeedGivesTheSameBytesAndTruth() {
    for (long seed = 100; seed < 140; seed++) {
      Paper first = PaperMaker.make(seed);
      Paper second = PaperMaker.make(seed);
      assertArrayEquals(first.bytes(), second.bytes(), first.fileName());
      assertEquals(first.truth(), second.truth());
    }
  }

  @Test
  void everyKindHasTemplatesForTrainingAndUnseenOnes() {
    Map<Kind, List<Template>> byKind =
        Templates.all().stream().collect(Collectors.groupingBy(Template::kind));
    assertEquals(Kind.values().length, byKind.size());
    for (List<Template> templates : byKind.values()) {
      assertTrue(templates.size() >= 8);
      assertEquals(2, templates.stream().filter(Template::unseen).count());
    }
    assertEquals(
        Templates.all().size(), Templates.all().stream().map(Template::id).distinct().count());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void everyTextStandsOnItsPageAndCoversNoOther(String id) {
    for (Language language : Language.values()) {
      Paper paper = PaperMaker.make(template(id), language, 7);
      Truth truth = paper.truth();
      assertFalse(truth.figures().isEmpty());
      List<Printed> printed = truth.printed();
      for (int i = 0; i < printed.size(); i++) {
        assertTrue(isOnPage(printed.get(i).box(), truth), paper.fileName() + printed.get(i));
        for (int j = 0; j < i; j++) {
          assertFalse(
              overlap(printed.get(i), printed.get(j)),
              paper.fileName() + printed.get(i) + printed.get(j));
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void everyFigureIsPrintedTextAndFactsAreFigures(String id) {
    Truth truth = PaperMaker.make(template(id), Language.DE, 3).truth();
    List<String> printed = truth.printed().stream().map(Printed::text).toList();
    List<String> figures = truth.figures().stream().map(Figure::text).toList();
    assertTrue(printed.containsAll(figures));
    assertFalse(truth.facts().isEmpty());
    truth.facts().forEach(fact -> assertTrue(figures.contains(fact.text()), fact.toString()));
    assertTrue(
        truth.figures().stream()
            .noneMatch(figure -> figure.label().isEmpty() && figure.header().isEmpty()));
  }

  @Test
  void thePdfHoldsTheTextOfTheTruth() throws IOException {
    Paper paper = PaperMaker.make(template("invoice/grid"), Language.EN, 5);
    try (PDDocument document = Loader.loadPDF(paper.bytes())) {
      assertEquals(paper.truth().pages(), document.getNumberOfPages());
      String text = new PDFTextStripper().getText(document);
      for (Figure figure : paper.truth().figures()) {
        assertTrue(text.contains(figure.text()), figure.toString());
      }
    }
  }

  @Test
  void longStatementsCarryTheBalanceOverToTheNextPage() {
    Truth truth = PaperMaker.make(template("statement/pages"), Language.EN, 2).truth();
    assertTrue(truth.pages() > 1);
    List<Figure> carried =
        truth.figures().stream().filter(figure -> figure.label().contains("orward")).toList();
    assertEquals(2 * (truth.pages() - 1), carried.size());
    assertEquals(carried.get(0).text(), carried.get(1).text());
    assertEquals(carried.get(0).page() + 1, carried.get(1).page());
  }

  @Test
  void theJsonOfATruthNamesEveryFigure() {
    Truth truth = PaperMaker.make(template("lab-report/grid"), Language.FR, 9).truth();
    String json = JsonWriter.write(truth);
    assertTrue(json.startsWith("{\"kind\": \"lab_report\", \"template\": \"lab-report/grid\""));
    for (Figure figure : truth.figures()) {
      assertTrue(json.contains("\"value\": \"" + figure.value() + "\""), figure.toString());
    }
  }

  static Stream<String> ids() {
    return Templates.all().stream().map(Template::id);
  }

  static Template template(String id) {
    Map<String, Template> byId =
        Templates.all().stream().collect(Collectors.toMap(Template::id, Function.identity()));
    return Objects.requireNonNull(byId.get(id), id);
  }

  private static boolean isOnPage(Box box, Truth truth) {
    return box.left() > 0
        && box.top() > 0
        && box.left() + box.width() < truth.width()
        && box.top() + box.height() < truth.height();
  }

  private static boolean overlap(Printed one, Printed other) {
    Box a = one.box();
    Box b = other.box();
    return one.page() == other.page()
        && Math.min(a.left() + a.width(), b.left() + b.width()) - Math.max(a.left(), b.left())
            > OVERLAP
        && Math.min(a.top() + a.height(), b.top() + b.height()) - Math.max(a.top(), b.top())
            > OVERLAP;
  }
}
