package confidant.ingest.prompt;

import confidant.ingest.document.Document;
import confidant.ingest.prompt.PackResult.Packed;
import confidant.ingest.prompt.PackResult.TooLong;
import java.util.ArrayList;
import java.util.List;

/** Fits documents into a token budget, whole or not at all. */
public final class PromptPacker {

  private PromptPacker() {}

  /**
   * The documents, each in its fence, if all of them fit.
   *
   * @param budgetTokens tokens that are free for them
   */
  public static PackResult pack(List<Document> documents, int budgetTokens, TokenCounter counter) {
    List<String> fenced = documents.stream().map(DocumentFence::fence).toList();
    String text = String.join("\n", fenced);
    int tokens = counter.count(text);
    if (tokens > budgetTokens) {
      return tooLong(documents, fenced, tokens, budgetTokens, counter);
    }
    return new Packed(text, fenced.stream().map(counter::count).toList(), tokens);
  }

  private static TooLong tooLong(
      List<Document> documents,
      List<String> fenced,
      int neededTokens,
      int budgetTokens,
      TokenCounter counter) {
    List<String> fitting = new ArrayList<>();
    int index = 0;
    // The last document cannot fit as well, or all would.
    while (index < documents.size() - 1
        && fits(fitting, fenced.get(index), budgetTokens, counter)) {
      fitting.add(fenced.get(index++));
    }
    Document tooLong = documents.get(index);
    return new TooLong(
        neededTokens,
        budgetTokens,
        tooLong.name(),
        pagesThatFit(fitting, tooLong, budgetTokens, counter),
        tooLong.pages().size());
  }

  /** More pages never need fewer tokens, so the bound is found by bisection. */
  private static int pagesThatFit(
      List<String> before, Document document, int budgetTokens, TokenCounter counter) {
    int fit = 0;
    int tooMany = document.pages().size();
    while (tooMany - fit > 1) {
      int middle = (fit + tooMany) >>> 1;
      Document start =
          new Document(document.name(), document.mediaType(), document.pages().subList(0, middle));
      if (fits(before, DocumentFence.fence(start), budgetTokens, counter)) {
        fit = middle;
      } else {
        tooMany = middle;
      }
    }
    return fit;
  }

  private static boolean fits(
      List<String> before, String next, int budgetTokens, TokenCounter counter) {
    List<String> parts = new ArrayList<>(before);
    parts.add(next);
    return counter.count(String.join("\n", parts)) <= budgetTokens;
  }
}
