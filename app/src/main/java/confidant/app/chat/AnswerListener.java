package confidant.app.chat;

import confidant.engine.chat.TokenEvent;
import confidant.ingest.prompt.Coverage;
import java.util.List;

/** Told of everything on the way to an answer, on the thread that asked for it. */
@FunctionalInterface
public interface AnswerListener {

  /**
   * What the engine reports. While a part of a long paper is read its notes come as reasoning; one
   * {@link TokenEvent.End} ends the whole answer, with what all of it cost.
   */
  void event(TokenEvent event);

  /** A part of a paper that is too long to be read at once is next. */
  default void part(PartReading part) {}

  /** All parts were read; the answer comes from the notes on them. */
  default void joining() {}

  /** Which pages the answer stands on, if not on all of all papers; before the end. */
  default void coverage(List<Coverage> coverage) {}

  /**
   * Where the reading of long papers is.
   *
   * @param part counted from 1
   * @param parts of all long papers
   * @param name of the file
   * @param shown pages of the part, such as {@code 8-14}
   */
  record PartReading(int part, int parts, String name, String shown) {}
}
