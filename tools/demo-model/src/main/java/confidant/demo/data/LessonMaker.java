package confidant.demo.data;

import confidant.engine.api.EngineException;
import confidant.engine.tokenizer.Tokenizers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the lesson of a number. Used by one thread at a time. */
public final class LessonMaker {
  /** Of so many groups one has papers by templates that are kept out of training. */
  private static final int UNSEEN_EVERY = 40;

  private final ExamMaker exams;
  private final Classroom classroom = new Classroom(Tokenizers.o200kHarmony());

  /**
   * Makes ready.
   *
   * @param folder for the paper at hand; nobody else's
   * @param seed another one makes other lessons
   */
  public LessonMaker(Path folder, long seed) throws EngineException {
    exams = new ExamMaker(folder, seed);
  }

  /** The lesson of a number; empty if its paper cannot be read or none of its questions asked. */
  public Optional<Lesson> make(int number) throws IOException, EngineException {
    int group = number / ExamMaker.GROUP;
    Optional<Exam> exam = exams.make(number, group % UNSEEN_EVERY == 0);
    if (exam.isEmpty()) {
      return Optional.empty();
    }
    List<Text> texts = new ArrayList<>();
    for (List<Exchange> exchanges : exam.get().conversations()) {
      classroom.conversation(exam.get(), exchanges).ifPresent(texts::add);
    }
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(Lesson.of(exam.get().unseen(), group, texts));
  }
}
