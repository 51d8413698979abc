package confidant.app.cli;

import confidant.app.chat.AnswerListener.PartReading;
import confidant.app.documents.Paper;
import confidant.engine.api.MemoryReport;
import confidant.engine.api.ModelInfo;
import confidant.engine.chat.TokenEvent;
import confidant.ingest.prompt.Coverage;
import java.util.List;

/** Shows the way to an answer. */
interface AnswerView {

  /** Page {@code page} of {@code pages} of {@code file} is being read. */
  void page(String file, int page, int pages);

  /** The papers that were read: how well, and what in them must not be overlooked. */
  void papers(List<Paper> papers);

  /** The model that will answer. */
  void model(ModelInfo info);

  /** What is in memory, just before the event that ends an answer. */
  void memory(MemoryReport report);

  /** A part of a long paper is next. */
  void part(PartReading part);

  /** All parts were read; the answer is next. */
  void joining();

  /** What the engine reports. */
  void event(TokenEvent event);

  /** Which pages the answer stands on, if not on all; before its last event. */
  void coverage(List<Coverage> coverage);

  /** An expected failure; the sentence itself goes to stderr elsewhere. */
  void failed(ExitCode exitCode, String sentence);
}
