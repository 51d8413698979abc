package confidant.demo.data;

import confidant.app.documents.Paper;
import confidant.engine.chat.ReasoningEffort;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A paper that the program read, with questions and what ought to be answered.
 *
 * @param unseen whether its template is kept out of training
 * @param template which it was made by
 * @param read what the program read of the paper
 * @param locale of the person who asks
 * @param conversations in each the last answer counts
 */
public record Exam(
    boolean unseen,
    String template,
    Paper paper,
    String read,
    ReasoningEffort effort,
    LocalDate today,
    Locale locale,
    List<List<Exchange>> conversations) {

  public Exam {
    conversations = List.copyOf(conversations);
  }
}
