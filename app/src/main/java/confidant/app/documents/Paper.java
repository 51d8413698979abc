package confidant.app.documents;

import confidant.ingest.ReadReport;
import confidant.ingest.document.Document;
import confidant.ingest.document.Findings;
import confidant.ingest.prompt.PromptPaper;

/**
 * A paper that was read.
 *
 * @param id names it as long as the program runs
 * @param findings what it states, and whether its figures agree
 */
public record Paper(String id, Document document, ReadReport report, Findings findings) {

  /** What a prompt tells of it. */
  public PromptPaper forPrompt() {
    return new PromptPaper(document, findings);
  }
}
