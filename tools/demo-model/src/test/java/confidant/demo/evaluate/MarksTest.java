package confidant.demo.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import confidant.app.documents.Paper;
import confidant.demo.data.Exam;
import confidant.demo.data.Exchange;
import confidant.demo.data.Exchange.Sort;
import confidant.demo.data.Passage;
import confidant.engine.chat.ReasoningEffort;
import confidant.ingest.ReadReport;
import confidant.ingest.document.Conventions;
import confidant.ingest.document.Conventions.DateOrder;
import confidant.ingest.document.Conventions.DecimalMark;
import confidant.ingest.document.Document;
import confidant.ingest.document.DocumentKind;
import confidant.ingest.document.Findings;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MarksTest {
  private static final Exam EXAM = exam("Clearbrook Sodium 120 mmol/L Glucose, fasting 131 mg/dL");
  private static final Exchange SUMMARY =
      new Exchange(
          Sort.SUMMARY,
          "",
          new Passage(),
          new Passage()
              .words("- From ")
              .figure("Clearbrook")
              .words(" (p. 1).\n- Out of range: ")
              .figure("Sodium")
              .words(" ")
              .figure("120")
              .words(" ")
              .figure("mmol/L")
              .words(", ")
              .figure("Glucose, fasting")
              .words(" ")
              .figure("131")
              .words(" ")
              .figure("mg/dL")
              .words(" (p. 1).\n"));
  private final Marks marks = new Marks();

  @Test
  void whatWasTaughtIsRightThroughout() {
    marks.add(EXAM, SUMMARY, SUMMARY.answer().text(), 0);
    assertEquals(1, marks.summaryFigures.share());
    assertEquals(0, marks.madeUp.share());
  }

  @Test
  void valuesUnderAnotherNameAreWrong() {
    String wrong =
        "- From Clearbrook (p. 1).\n"
            + "- Out of range: Sodium 131 mg/dL, Glucose, fasting 120 mmol/L (p. 1).";
    marks.add(EXAM, SUMMARY, wrong, 0);
    assertEquals(3.0 / 7, marks.summaryFigures.share());
  }

  @Test
  void theOrderOfEntriesDoesNotMatter() {
    String other =
        "- Out of range: Glucose, fasting 131 mg/dL, Sodium 120 mmol/L (p. 1).\n"
            + "- From Clearbrook (p. 1).";
    marks.add(EXAM, SUMMARY, other, 0);
    assertEquals(1, marks.summaryFigures.share());
  }

  @Test
  void figuresBehindAnotherLabelAreWrong() {
    marks.add(EXAM, SUMMARY, "- All right: Sodium 120 mmol/L.\n- From Clearbrook (p. 1).", 0);
    assertEquals(1.0 / 7, marks.summaryFigures.share());
  }

  @Test
  void aFigureThatStandsNowhereIsMadeUpAndAPageIsNoFigure() {
    marks.add(EXAM, SUMMARY, "- Sodium 120, 98.5 (S. 7).", 0);
    assertEquals(0.5, marks.madeUp.share());
  }

  @Test
  void anAnswerIsRightWordForWord() {
    Exchange question =
        new Exchange(Sort.STATED, "Sodium?", new Passage(), new Passage().words("Sodium is 120."));
    marks.add(EXAM, question, "Sodium is 120.\n", 0);
    marks.add(EXAM, question, "Sodium is 120, perhaps.", 0);
    assertEquals(0.5, marks.stated.share());
  }

  private static Exam exam(String read) {
    Paper paper =
        new Paper(
            "1",
            new Document("report.pdf", "application/pdf", List.of()),
            new ReadReport(1, List.of(), List.of()),
            new Findings(
                DocumentKind.LAB_REPORT,
                1,
                new Conventions(DecimalMark.POINT, DateOrder.UNKNOWN),
                List.of(),
                List.of()));
    return new Exam(
        false,
        "lab-report/classic",
        paper,
        read,
        ReasoningEffort.LOW,
        LocalDate.of(2026, 1, 31),
        Locale.ENGLISH,
        List.of());
  }
}
