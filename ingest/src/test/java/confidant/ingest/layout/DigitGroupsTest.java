package confidant.ingest.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.ingest.page.RuleLine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigitGroupsTest {

  private static final double EM = 10;
  private static final double CHARACTER = 5;
  private static final double SPACE = 2.8;

  private final List<TextRow> rows = new ArrayList<>();

  @Test
  void joinsGroupsOfThreeDigitsToOneWord() {
    row(SPACE, "Total", "12", "345,60");
    row(2, "Sum", "-1", "234", "567,89", "EUR");
    assertEquals(
        List.of(List.of("Total", "12 345,60"), List.of("Sum", "-1 234 567,89", "EUR")), words());
  }

  @Test
  void joinsWholeNumbersWhereDecimalsProveThatThePageWritesSo() {
    row(SPACE, "12", "345", "kWh");
    assertEquals(List.of(List.of("12", "345", "kWh")), words());
    row(SPACE, "2", "345,60");
    assertEquals(List.of("12 345", "kWh"), words().getFirst());
  }

  @Test
  void keepsFiguresOfNeighbouringColumnsApart() {
    row(4 * SPACE, "12", "345,60");
    row(SPACE, "1", "200,00");
    assertEquals(List.of("12", "345,60"), words().getFirst());
  }

  @Test
  void keepsQuantitiesApartFromPrices() {
    row(SPACE, "2", "300,00");
    row(SPACE, "10", "15,00");
    assertEquals(List.of(List.of("2", "300,00"), List.of("10", "15,00")), words());
  }

  @Test
  void keepsFiguresApartWhereThePageGroupsOtherwise() {
    row(SPACE, "2", "300.00");
    row(SPACE, "Total", "1,300.00");
    assertEquals(List.of("2", "300.00"), words().getFirst());
  }

  @Test
  void keepsPartsOfLongerNumbersApart() {
    row(SPACE, "Sum", "1", "300,00");
    row(SPACE, "Phone", "30", "123", "456", "78");
    row(SPACE, "Code", "2024", "123", "456");
    assertEquals(List.of("Phone", "30", "123", "456", "78"), words().get(1));
    assertEquals(List.of("Code", "2024", "123", "456"), words().get(2));
  }

  @Test
  void keepsFiguresApartThatHaveARuleBetweenThem() {
    row(SPACE, "2", "300,00");
    RuleLine between = new RuleLine(56.4, 90, 56.4, 110);
    assertEquals(
        List.of("2", "300,00"), texts(DigitGroups.join(rows, List.of(between)).getFirst()));
  }

  private void row(double gap, String... texts) {
    double baseline = 100 + 12 * rows.size();
    double left = 50;
    List<Word> words = new ArrayList<>();
    for (String text : texts) {
      double right = left + CHARACTER * text.length();
      words.add(new Word(text, left, right, baseline, EM, SPACE));
      left = right + gap;
    }
    rows.add(new TextRow(words, baseline, EM));
  }

  private List<List<String>> words() {
    return DigitGroups.join(rows, List.of()).stream().map(DigitGroupsTest::texts).toList();
  }

  private static List<String> texts(TextRow row) {
    return row.words().stream().map(Word::text).toList();
  }
}
