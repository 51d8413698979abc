package confidant.ingest.prompt;

import java.util.List;

/** Documents as prompt text, or how much of them would fit. Nothing is ever cut silently. */
public sealed interface PackResult {

  /**
   * All of it fits.
   *
   * @param text the documents, fenced as data
   * @param tokensByDocument tokens of each, in order
   * @param tokens tokens of {@code text}
   */
  record Packed(String text, List<Integer> tokensByDocument, int tokens) implements PackResult {
    public Packed {
      tokensByDocument = List.copyOf(tokensByDocument);
    }
  }

  /**
   * It does not fit.
   *
   * @param neededTokens tokens of all documents
   * @param budgetTokens tokens that are free
   * @param documentName the first document that does not fit whole
   * @param pagesThatFit how many of its pages, from its first, fit after the documents before it
   * @param pages pages it has
   */
  record TooLong(
      int neededTokens, int budgetTokens, String documentName, int pagesThatFit, int pages)
      implements PackResult {}
}
