package confidant.demo.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.chat.ReasoningEffort;
import confidant.samples.truth.Kind;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TeacherTest {
  private static final List<String> LOW = List.of("10.1", "g/dL", "12.0", "16.0");
  private static final List<String> FINE = List.of("4.2", "mmol/L", "3.5", "5.1");
  private static final List<Item> VALUES =
      List.of(
          new Item("lab.below", "Haemoglobin", LOW, 1),
          new Item("lab.within", "Potassium", FINE, 1));
  private static final Item OUTSIDE =
      new Item(
          "lab.outside", "", List.of("Haemoglobin", "10.1", "g/dL", "12.0", "16.0"), 2, VALUES);
  private static final List<Item> LAB =
      List.of(
          Item.of("lab.laboratory", "Clearbrook", 1),
          Item.of("lab.taken", "03/05/2024", 1),
          new Item("lab.value", "Haemoglobin", LOW, 1),
          OUTSIDE);
  private static final String READ =
      "Clearbrook 03/05/2024 Haemoglobin 10.1 g/dL 12.0 - 16.0 Potassium 4.2 mmol/L 3.5 - 5.1";

  @Test
  void aSummaryOfLabValuesNamesUnitAndRangeOfThoseOutside() {
    String summary = english(ReasoningEffort.LOW).summary().answer().text();
    assertEquals(
        """
        - Lab report from Clearbrook (p. 1).
        - Sample taken: 03/05/2024 (p. 1).
        - Out of range: Haemoglobin 10.1 g/dL (range 12.0 to 16.0) (p. 2).

        To do: ask the doctor about the values out of range.\
        """,
        summary);
  }

  @Test
  void germanAnswersAreGermanThroughout() {
    Teacher teacher = teacher("de", ReasoningEffort.LOW, Kind.LAB_REPORT, LAB, READ);
    String summary = teacher.summary().answer().text();
    assertTrue(summary.contains("Haemoglobin 10.1 g/dL (Bereich 12.0 bis 16.0) (S. 2)."), summary);
    assertTrue(summary.endsWith("sprechen."), summary);
  }

  @Test
  void moreEffortThinksLonger() {
    assertGrows(teacher -> teacher.summary());
    assertGrows(teacher -> teacher.about(OUTSIDE));
    assertGrows(teacher -> teacher.absent(List.of()));
  }

  @Test
  void whatIsOutsideIsFoundByLookingThroughAllValues() {
    String analysis = english(ReasoningEffort.MEDIUM).about(OUTSIDE).analysis().text();
    assertTrue(analysis.contains("Haemoglobin: 10.1 g/dL, range 12.0 to 16.0: below"), analysis);
    assertTrue(analysis.contains("Potassium: 4.2 mmol/L, range 3.5 to 5.1: within"), analysis);
  }

  @Test
  void whatDoesNotStandInThePaperIsNotAskedAbout() {
    Teacher teacher =
        teacher(
            "en",
            ReasoningEffort.LOW,
            Kind.LAB_REPORT,
            LAB,
            READ.replace("03/05/2024", "03/06/2024"));
    assertFalse(teacher.topics().contains(LAB.get(1)));
    assertFalse(teacher.summary().answer().text().contains("03/05/2024"));
  }

  @Test
  void nothingThatBeginsLikeSomethingOfThePaperIsCalledAbsent() {
    List<Item> bookings = List.of(booking("Direct debit Wrenbury Water Mandate 111111"));
    Teacher teacher =
        teacher(
            "en",
            ReasoningEffort.LOW,
            Kind.STATEMENT,
            bookings,
            "Direct debit Wrenbury Water Mandate 111111 12.00");
    List<Item> elsewhere = List.of(booking("Direct debit Wrenbury Water Mandate 222222"));
    for (int i = 0; i < 50; i++) {
      assertFalse(teacher.absent(elsewhere).question().contains("Wrenbury"));
    }
  }

  private static Item booking(String text) {
    return new Item("statement.booking", text, List.of("12.00"), 1);
  }

  private static void assertGrows(Function<Teacher, Exchange> asked) {
    int low = asked.apply(english(ReasoningEffort.LOW)).analysis().text().length();
    int medium = asked.apply(english(ReasoningEffort.MEDIUM)).analysis().text().length();
    int high = asked.apply(english(ReasoningEffort.HIGH)).analysis().text().length();
    assertTrue(low < medium && medium < high, low + ", " + medium + ", " + high);
  }

  private static Teacher english(ReasoningEffort effort) {
    return teacher("en", effort, Kind.LAB_REPORT, LAB, READ);
  }

  private static Teacher teacher(
      String language, ReasoningEffort effort, Kind kind, List<Item> items, String read) {
    Reasoner reasoner = new Reasoner(Phrases.of("en"), kind, effort);
    return new Teacher(Phrases.of(language), reasoner, kind, items, read, new Random(3));
  }
}
