package confidant.app.chat;

import confidant.app.documents.Paper;
import confidant.engine.chat.ReasoningEffort;
import java.util.List;

/**
 * What a person wants to know.
 *
 * @param text the words typed, or {@link #SUMMARY}
 * @param papers all papers it is about, in order, those of earlier questions included
 */
public record Question(String text, List<Paper> papers, ReasoningEffort effort) {

  /** Asks for a summary. */
  public static final String SUMMARY =
      "Summarise the papers: what each one is, who it is from and to, its date, the amounts,"
          + " deadlines and duties that matter to me, each with its page. End with what I should"
          + " do, if anything.";

  public Question {
    papers = List.copyOf(papers);
  }
}
