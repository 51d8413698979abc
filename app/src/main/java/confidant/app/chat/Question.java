package confidant.app.chat;

import confidant.app.documents.Paper;
import confidant.engine.chat.ReasoningEffort;
import confidant.ingest.document.DocumentKind;
import confidant.ingest.prompt.Purpose;
import confidant.ingest.prompt.Templates;
import java.util.List;
import java.util.Locale;

/**
 * What a person wants to know.
 *
 * @param purpose what is wanted
 * @param text the words typed; may be empty for what is no question
 * @param papers all papers it is about, in order, those of earlier questions included
 * @param language the person's, for an answer to no words of theirs
 */
public record Question(
    Purpose purpose, String text, List<Paper> papers, ReasoningEffort effort, Locale language) {

  public Question {
    papers = List.copyOf(papers);
  }

  /**
   * What is said to the model behind the papers.
   *
   * @param added the papers that come with it
   */
  String request(List<Paper> added) {
    // What to heed in a kind of paper is said once; what is wanted of it, each time.
    List<Paper> about = purpose == Purpose.QUESTION ? added : papers;
    List<DocumentKind> kinds = about.stream().map(paper -> paper.findings().kind()).toList();
    String template = Templates.request(purpose, kinds, language);
    return template.isEmpty() || text.isEmpty() ? template + text : template + "\n\n" + text;
  }
}
