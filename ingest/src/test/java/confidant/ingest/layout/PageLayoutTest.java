package confidant.ingest.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.document.Block.Line;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Span;
import confidant.ingest.layout.PageLayout.Layer;
import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.GlyphRun.Source;
import confidant.ingest.page.RawPage;
import confidant.ingest.page.RuleLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PageLayoutTest {

  private static final double EM = 10;
  private static final double ADVANCE = 5;
  private static final double SPACE = 2.8;

  private final List<GlyphRun> runs = new ArrayList<>();

  @Test
  void splitsWordsAtGapsAndAtDrawnBlanks() {
    draw("net", 50, 100);
    draw("pay", 68, 100);
    draw("a b", 100, 100);
    assertEquals(List.of("net pay  a b"), lines());
  }

  @Test
  void neverGluesFiguresThatStandApart() {
    for (int digit = 0; digit < 6; digit++) {
      draw(Integer.toString(digit), 50 + digit * (ADVANCE + 2), 100);
    }
    assertEquals(List.of("0 1 2 3 4 5"), lines());
  }

  @Test
  void readsLetterSpacedTextAsWords() {
    String text = "STATEMENT";
    for (int i = 0; i < text.length(); i++) {
      draw(text.substring(i, i + 1), 50 + i * (ADVANCE + 2), 100);
    }
    assertEquals(List.of("STATEMENT"), lines());
  }

  @Test
  void readsCapitalsWithABlankAfterEachAsOneWord() {
    draw("S U M M E", 50, 100);
    draw("a b c d e", 50, 120);
    assertEquals(List.of("SUMME", "a b c d e"), lines());
  }

  @Test
  void splitsShortTextDrawnLetterByLetter() {
    draw("VAT", 50, 100);
    draw("7", 50 + 3 * ADVANCE + SPACE, 100);
    draw("%", 50 + 4 * ADVANCE + 2 * SPACE, 100);
    assertEquals(List.of("VAT 7 %"), lines());
  }

  @Test
  void keepsACapitalWithTheRestOfItsWord() {
    draw("F", 50, 100);
    draw("actuur", 50 + ADVANCE + 0.6 * SPACE, 100);
    draw("A", 50, 120);
    draw("letter", 50 + ADVANCE + SPACE, 120);
    assertEquals(List.of("Factuur", "A letter"), lines());
  }

  @Test
  void keepsMarksOfFootnotesApart() {
    draw("5.00 EUR", 50, 100);
    draw("1", 90.3, 96, 6);
    draw("1", 50, 116, 6);
    draw("Corrected", 53.5, 120);
    assertEquals(List.of("5.00 EUR 1", "1 Corrected"), lines());
  }

  @Test
  void keepsAMarkWithItsTextThoughACommaIsSetUnderIt() {
    draw("Ann Karpin", 50, 100);
    draw("*", 100, 96, 6);
    draw(", Bo Min", 100, 100);
    assertEquals(List.of("Ann Karpin*, Bo Min"), lines());
  }

  @Test
  void keepsTheSignOfAFootnoteWithTheTextBehindIt() {
    draw("\u2020", 50, 96, 6);
    draw("Harbour Clinic", 53.5, 100);
    draw("\u2021", 150, 96, 6);
    draw("Hill School", 153.5, 100);
    assertEquals(List.of("\u2020Harbour Clinic  \u2021Hill School"), lines());
  }

  @Test
  void joinsAccentsWithTheLettersTheyAreDrawnOver() {
    draw("O", 50, 100);
    draw("\u02D8", 55.5, 99);
    draw("guz 5", 55, 100);
    draw("caf", 50, 120);
    draw("e", 65, 120);
    draw("\u00B4", 65.2, 118);
    draw("5\u00B4 walk", 50, 140);
    assertEquals(List.of("O\u011Fuz 5", "caf\u00E9", "5\u00B4 walk"), lines());
  }

  @Test
  void knowsWhereThePartsOfALineStand() {
    draw("Net: -1,234.56 CR", 50, 100);
    Line line = rows(List.of()).getFirst().toLine();
    assertEquals("Net: -1,234.56 CR", line.text());
    BoundingBox amount = Span.box(line.spans(), 6, 14).orElseThrow();
    assertEquals(50 + 6 * ADVANCE, amount.left(), 0.01);
    assertEquals(50 + 14 * ADVANCE, amount.right(), 0.01);
    assertEquals(
        List.of("Net", ":", "-", "1,234.56", "CR"),
        line.spans().stream()
            .map(span -> line.text().substring(span.start(), span.end()))
            .toList());
  }

  @Test
  void leavesRaisedAndLoweredFiguresWithTheirUnitsAndFormulas() {
    draw("27 kg/m", 50, 100);
    draw("2", 85, 96, 6);
    draw("CO", 50, 120);
    draw("2", 60, 122, 6);
    assertEquals(List.of("27 kg/m2", "CO2"), lines());
  }

  @Test
  void joinsDigitsWithThinGapsToOneFigure() {
    draw("Sum", 50, 100);
    draw("12", 100, 100);
    draw("345,60", 100 + 2 * ADVANCE + 2, 100);
    assertEquals(List.of("Sum  12 345,60"), lines());
    assertEquals("12 345,60", rows(List.of()).getFirst().words().get(1).text());
  }

  @Test
  void keepsTheFullStopOfAnAbbreviationBeforeALeader() {
    draw("Tax I.R.P.", 50, 100);
    draw("........", 50 + 12 * ADVANCE, 100);
    draw("7.00", 300, 100);
    draw("Net etc.", 50, 120);
    draw("........", 50 + 10 * ADVANCE, 120);
    draw("8.00", 300, 120);
    draw("Fee I.R.P.......9.00", 50, 140);
    draw("Sum\u2026\u20269.00", 50, 160);
    assertEquals(
        List.of("Tax I.R.P.  7.00", "Net etc.  8.00", "Fee I.R.P.  9.00", "Sum  9.00"), lines());
  }

  @Test
  void putsCellsDrawnRightToLeftInOrder() {
    draw("29.99", 300, 100);
    draw("24.99", 200, 100);
    draw("Fee", 50, 100);
    assertEquals(List.of("Fee  24.99  29.99"), lines());
  }

  @Test
  void keepsStringsDrawnOverEachOtherApart() {
    draw("first string here", 50, 100);
    draw("second one", 62, 100);
    assertEquals(List.of("first string here", "second one"), lines());
  }

  @Test
  void readsColumnsOfProseOneAfterTheOther() {
    draw("A title over both of the columns of this page", 50, 60);
    for (int line = 0; line < 6; line++) {
      draw("left text with words on line " + "abcdef".charAt(line), 50, 100 + 12 * line);
      draw("right text with words on line " + "abcdef".charAt(line), 250, 103 + 12 * line);
    }
    List<String> lines = lines();
    assertEquals("A title over both of the columns of this page", lines.getFirst());
    assertEquals("left text with words on line f", lines.get(6));
    assertEquals("right text with words on line a", lines.get(7));
  }

  @Test
  void keepsRowsOfFiguresWhole() {
    for (int line = 0; line < 6; line++) {
      draw("some words that name the thing", 50, 100 + 12 * line);
      draw("1" + line + ".00", 300, 100 + 12 * line);
    }
    assertEquals("some words that name the thing  10.00", lines().getFirst());
  }

  @Test
  void readsAnAddressBeforeWhatIsStatedBesideIt() {
    drawAddressAndData();
    assertEquals(
        List.of(
            "Holger Falkenhain",
            "Laternenweg",
            "Talheim",
            "Rechnung",
            "Nummer  4711",
            "Datum  5.8."),
        lines());
  }

  @Test
  void readsListsOfDifferentLeadingOneAfterTheOther() {
    for (int line = 0; line < 6; line++) {
      draw("left item " + "abcdef".charAt(line), 50, 100 + 14 * line);
      draw("right item " + "abcdef".charAt(line), 300, 100 + 14.6 * line);
    }
    List<String> lines = lines();
    assertEquals("left item f", lines.get(5));
    assertEquals("right item a", lines.get(6));
  }

  @Test
  void readsListsWhoseLinesPartOneAfterTheOther() {
    for (int line = 0; line < 6; line++) {
      draw("left item " + "abcdef".charAt(line), 50, 100 + 14 * line);
      draw("right item " + "abcdef".charAt(line), 300, 100 + 15.4 * line);
    }
    List<String> lines = lines();
    assertEquals("left item f", lines.get(5));
    assertEquals("right item a", lines.get(6));
  }

  @Test
  void keepsRowsOnATiltedScanWhole() {
    for (int line = 0; line < 6; line++) {
      draw("left item " + "abcdef".charAt(line), 50, 100 + 14 * line);
      draw("right item " + "abcdef".charAt(line), 300, 101.5 + 14 * line);
    }
    assertEquals("left item a  right item a", lines().getFirst());
  }

  @Test
  void readsBlocksWithARuleThroughThemRowByRow() {
    drawAddressAndData();
    List<String> lines = lines(List.of(new RuleLine(40, 115, 500, 115)));
    assertEquals(List.of("Holger Falkenhain", "Rechnung", "Laternenweg"), lines.subList(0, 3));
  }

  @Test
  void readsBlocksInABoxWithAMiddleRuleOneAfterTheOther() {
    drawAddressAndData();
    List<RuleLine> box = new ArrayList<>(List.of(new RuleLine(200, 85, 200, 150)));
    for (double y : new double[] {85, 150}) {
      box.add(new RuleLine(40, y, 500, y));
    }
    assertEquals("Talheim", lines(box).get(2));
  }

  @Test
  void keepsARowOfARuledTableWhole() {
    drawAddressAndData();
    List<RuleLine> table = new ArrayList<>(List.of(new RuleLine(200, 70, 200, 150)));
    for (double y : new double[] {70, 85, 150}) {
      table.add(new RuleLine(40, y, 200, y));
      table.add(new RuleLine(200, y, 500, y));
    }
    assertEquals(List.of("Holger Falkenhain", "Rechnung"), lines(table).subList(0, 2));
  }

  @Test
  void keepsLabelsWithTheirValues() {
    for (int line = 0; line < 4; line++) {
      draw("Label", 50, 100 + 14 * line);
      draw("value " + "abcd".charAt(line), 300, 100 + 14 * line);
    }
    draw("note", 50, 156);
    assertEquals(
        List.of("Label  value a", "Label  value b", "Label  value c", "Label  value d", "note"),
        lines());
  }

  @Test
  void keepsFiguresBesideTheirText() {
    for (int line = 0; line < 4; line++) {
      draw("some text", 50, 100 + 14 * line);
      draw("10.00 EUR", 300, 107 + 14 * line);
    }
    assertEquals(List.of("some text", "10.00 EUR", "some text"), lines().subList(0, 3));
  }

  @Test
  void readsMarginTextAfterLevelText() {
    draw("level text", 50, 100);
    for (int i = 0; i < 4; i++) {
      runs.add(
          new GlyphRun(
              "side".substring(i, i + 1),
              20,
              400 - i * ADVANCE,
              ADVANCE,
              270,
              EM,
              SPACE,
              Source.VISIBLE_TEXT));
    }
    assertEquals(List.of("level text", "side"), lines());
  }

  @RepeatedTest(100)
  void everyCharacterLandsExactlyOnce(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String text = random.nextBoolean() ? "Word" : Integer.toString(random.nextInt(2000));
      // In columns of their own leading, so that there is something to split.
      double column = 40 + 130 * random.nextInt(4);
      double size = random.nextInt(8) == 0 ? 6 : EM;
      draw(text, column + random.nextInt(3) * 20, 60 + (10 + column / 60) * (i % 20), size);
      text.chars().forEach(character -> drawn.add(Character.toString(character)));
    }
    List<String> read =
        String.join("", lines())
            .chars()
            .filter(character -> character != ' ')
            .mapToObj(Character::toString)
            .sorted()
            .toList();
    assertEquals(drawn.stream().sorted().toList(), read);
  }

  private void drawAddressAndData() {
    draw("Holger Falkenhain", 50, 100);
    draw("Laternenweg", 50, 113);
    draw("Talheim", 50, 126);
    draw("Rechnung", 300, 109);
    draw("Nummer", 300, 126.5);
    draw("4711", 400, 126.5);
    draw("Datum", 300, 142);
    draw("5.8.", 400, 142);
  }

  private void draw(String text, double x, double y) {
    draw(text, x, y, EM);
  }

  private void draw(String text, double x, double y, double size) {
    double advance = ADVANCE * size / EM;
    for (int i = 0; i < text.length(); i++) {
      runs.add(
          new GlyphRun(
              text.substring(i, i + 1),
              x + i * advance,
              y,
              advance,
              0,
              size,
              SPACE * size / EM,
              Source.VISIBLE_TEXT));
    }
  }

  private List<String> lines() {
    return lines(List.of());
  }

  private List<String> lines(List<RuleLine> rules) {
    return rows(rules).stream().map(row -> row.toLine().text()).toList();
  }

  private List<TextRow> rows(List<RuleLine> rules) {
    List<TextRow> rows = new ArrayList<>();
    for (Layer layer : PageLayout.layers(new RawPage(1, 600, 800, runs, rules))) {
      layer.regions().forEach(region -> rows.addAll(region.rows()));
    }
    return rows;
  }
}
