package confidant.demo.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.engine.api.EngineException;
import confidant.engine.tokenizer.Tokenizer;
import confidant.engine.tokenizer.Tokenizers;
import confidant.ingest.document.DocumentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonMakerTest {
  private static final int LESSONS = 12;

  private final Tokenizer tokenizer = Tokenizers.o200kHarmony();

  @TempDir private Path folder;

  @Test
  void figuresOfAnswersStandInThePaperOrTheQuestion() throws IOException {
    ExamMaker maker = new ExamMaker(folder, 5);
    int figures = 0;
    for (int number = 0; number < LESSONS; number++) {
      Exam exam = maker.make(number, number % 3 == 0).orElseThrow();
      for (List<Exchange> exchanges : exam.conversations()) {
        Exchange last = exchanges.getLast();
        for (String figure : last.answer().figures()) {
          assertTrue(
              exam.read().contains(figure) || last.question().contains(figure),
              () -> figure + " in " + exam.template());
          figures++;
        }
      }
    }
    assertTrue(figures > 8 * LESSONS);
  }

  @Test
  void lessonsAreWholeHarmonyConversations() throws IOException, EngineException {
    LessonMaker maker = new LessonMaker(folder, 5);
    Lesson lesson = maker.make(7).orElseThrow();
    for (Text branch : lesson.branches()) {
      String text = tokenizer.decode(lesson.start().ids()) + tokenizer.decode(branch.ids());
      assertTrue(text.startsWith("<|start|>system<|message|>You are ChatGPT"));
      assertTrue(text.contains("<|start|>assistant<|channel|>analysis<|message|>"));
      assertTrue(text.contains("<|start|>assistant<|channel|>final<|message|>"));
      assertTrue(text.endsWith("<|return|>"));
    }
  }

  @Test
  void papersAreOfBothLanguagesAndAllEfforts() throws IOException {
    ExamMaker maker = new ExamMaker(folder, 5);
    Set<Object> met = new HashSet<>();
    for (int group = 0; group < LESSONS; group++) {
      Exam exam = maker.make(group * ExamMaker.GROUP, false).orElseThrow();
      met.add(exam.locale());
      met.add(exam.effort());
    }
    assertEquals(5, met.size(), met::toString);
  }

  @Test
  void ofOtherPapersItIsSaidThatTheModelDoesNotKnowThem() throws IOException {
    ExamMaker maker = new ExamMaker(folder, 5);
    int number = 0;
    Exam exam = maker.make(number, false).orElseThrow();
    while (!exam.template().equals("other/prose")) {
      exam = maker.make(++number, false).orElseThrow();
    }
    assertFalse(
        Set.of(DocumentKind.PAYSLIP, DocumentKind.BANK_STATEMENT)
            .contains(exam.paper().findings().kind()));
    for (List<Exchange> exchanges : exam.conversations()) {
      String answer = exchanges.getLast().answer().text();
      assertTrue(answer.contains("demo model") || answer.contains("Demo-Modell"), answer);
    }
  }

  @Test
  void theSameNumberGivesTheSameLesson() throws IOException, EngineException {
    Optional<Lesson> one = new LessonMaker(folder, 5).make(3);
    Optional<Lesson> other = new LessonMaker(folder, 5).make(3);
    Text first = one.orElseThrow().branches().getFirst();
    Text second = other.orElseThrow().branches().getFirst();
    assertArrayEquals(first.ids(), second.ids());
    assertArrayEquals(first.marks(), second.marks());
  }

  @Test
  void filesGiveBackWhatWasWritten() throws IOException, EngineException {
    Lesson lesson = new LessonMaker(folder, 5).make(1).orElseThrow();
    Path lessons = Files.createDirectory(folder.resolve("lessons"));
    LessonFiles.write(LessonFiles.file(lessons, 0), List.of(lesson, lesson));
    List<Lesson> read = LessonFiles.readAll(lessons);
    assertEquals(2, read.size());
    assertEquals(lesson.branches().size(), read.getLast().branches().size());
    assertArrayEquals(lesson.start().ids(), read.getLast().start().ids());
    assertArrayEquals(lesson.start().marks(), read.getLast().start().marks());
  }
}
