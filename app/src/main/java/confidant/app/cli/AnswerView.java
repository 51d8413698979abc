package confidant.app.cli;

import confidant.engine.api.MemoryReport;
import confidant.engine.api.ModelInfo;
import confidant.engine.chat.TokenEvent;
import java.util.List;

/** Shows the way to an answer. */
interface AnswerView {

  /** Page {@code page} of {@code pages} of {@code file} is being read. */
  void page(String file, int page, int pages);

  /** A sentence about how well {@code file} could be read. */
  void readingNotice(String file, String sentence);

  /** The model that will answer. */
  void model(ModelInfo info);

  /** What is in memory, just before the event that ends an answer. */
  void memory(MemoryReport report);

  /** What the engine reports. */
  void event(TokenEvent event);

  /** An expected failure; the sentence itself goes to stderr elsewhere. */
  void failed(ExitCode exitCode, String sentence);

  /** Tells of all notices about {@code papers}. */
  default void readingNotices(List<confidant.app.documents.Paper> papers) {
    for (confidant.app.documents.Paper paper : papers) {
      paper.report().notices().forEach(s -> readingNotice(paper.document().name(), s));
    }
  }
}
