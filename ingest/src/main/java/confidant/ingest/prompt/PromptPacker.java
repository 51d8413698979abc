package confidant.ingest.prompt;

import confidant.ingest.prompt.PackResult.Packed;
import confidant.ingest.prompt.PackResult.TooLong;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fits papers into a token budget, whole or not at all. */
public final class PromptPacker {

  private PromptPacker() {}

  /**
   * The papers, each in its fence with the facts about it, if all of them fit.
   *
   * @param budgetTokens tokens that are free for them
   */
  public static PackResult pack(List<PromptPaper> papers, int budgetTokens, TokenCounter counter) {
    List<String> fenced = papers.stream().map(DocumentFence::whole).toList();
    String text = String.join("\n", fenced);
    int tokens = counter.count(text);
    if (tokens > budgetTokens) {
      return tooLong(papers, fenced, tokens, budgetTokens, counter);
    }
    return new Packed(text, fenced.stream().map(counter::count).toList(), tokens);
  }

  /**
   * Notes in place of papers, each paper's with the facts about it; empty if they do not fit.
   *
   * @param notes of each paper, in the order of {@code papers}
   */
  public static Optional<String> packNotes(
      List<PromptPaper> papers, List<List<Note>> notes, int budgetTokens, TokenCounter counter) {
    List<String> fenced = new ArrayList<>();
    for (int i = 0; i < papers.size(); i++) {
      fenced.add(DocumentFence.notes(papers.get(i), notes.get(i)));
    }
    String text = String.join("\n", fenced);
    return counter.count(text) <= budgetTokens ? Optional.of(text) : Optional.empty();
  }

  private static TooLong tooLong(
      List<PromptPaper> papers,
      List<String> fenced,
      int neededTokens,
      int budgetTokens,
      TokenCounter counter) {
    List<String> fitting = new ArrayList<>();
    int index = 0;
    // The last paper cannot fit as well, or all would.
    while (index < papers.size() - 1 && fits(fitting, fenced.get(index), budgetTokens, counter)) {
      fitting.add(fenced.get(index++));
    }
    PromptPaper tooLong = papers.get(index);
    // All of it does not fit, and more pages never need fewer tokens.
    int pagesThatFit =
        Fitting.most(
            tooLong.pages() - 1,
            pages ->
                fits(fitting, DocumentFence.whole(tooLong.first(pages)), budgetTokens, counter));
    return new TooLong(neededTokens, budgetTokens, tooLong.name(), pagesThatFit, tooLong.pages());
  }

  private static boolean fits(
      List<String> before, String next, int budgetTokens, TokenCounter counter) {
    List<String> parts = new ArrayList<>(before);
    parts.add(next);
    return counter.count(String.join("\n", parts)) <= budgetTokens;
  }
}
