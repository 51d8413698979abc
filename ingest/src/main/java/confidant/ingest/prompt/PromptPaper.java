package confidant.ingest.prompt;

import confidant.ingest.document.Document;
import confidant.ingest.document.Findings;

/** A document and what it states: all that a prompt tells of a paper. */
public record PromptPaper(Document document, Findings findings) {

  String name() {
    return document.name();
  }

  int pages() {
    return document.pages().size();
  }

  /** The first {@code pages} of it, with all that the whole states. */
  PromptPaper first(int pages) {
    Document start =
        new Document(document.name(), document.mediaType(), document.pages().subList(0, pages));
    return new PromptPaper(start, findings);
  }
}
