package confidant.ingest.prompt;

import confidant.ingest.document.Page;
import java.util.List;

/**
 * As much of a document as fits into a prompt.
 *
 * @param shown which of its pages, such as {@code 8-14} or {@code 8 (2 of 3)}
 * @param pages these pages, or the one piece of a page
 * @param text as fenced prompt text
 */
public record Part(String shown, List<Page> pages, String text) {
  public Part {
    pages = List.copyOf(pages);
  }
}
