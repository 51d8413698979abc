package confidant.ingest.prompt;

import confidant.ingest.document.MarkdownWriter;
import confidant.ingest.document.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Chooses the pages of long papers that a question is about: the first page of each, then by {@link
 * Bm25} those whose score is not far below the best, as many as fit. Where no page has a word of
 * the question, pages are taken in order, unless the model knows something of the paper already:
 * then the question goes on with that.
 */
public final class ExcerptFinder {

  /** Pages below this share of the best score have no more than common words of the question. */
  private static final double LEAST_SHARE_OF_BEST = 0.25;

  /** About what the line before each page costs. */
  private static final int ANCHOR_TOKENS = 8;

  private final List<Source> sources;
  private final int budgetTokens;
  private final TokenCounter counter;
  private final List<Passage> passages;

  private ExcerptFinder(
      List<Source> sources, Passages passages, int budgetTokens, TokenCounter counter) {
    this.sources = sources;
    this.passages = passages.all();
    this.budgetTokens = budgetTokens;
    this.counter = counter;
  }

  /**
   * A paper to look into.
   *
   * @param known pages that the model has before it already
   * @param factsKnown whether it has the facts about the paper
   */
  public record Source(PromptPaper paper, Set<PagePiece> known, boolean factsKnown) {
    public Source {
      known = Set.copyOf(known);
    }
  }

  /**
   * The pages of {@code sources} that {@code question} is about and that the model lacks. A page
   * larger than {@code passageTokens} is found and shown by its pieces.
   *
   * @param budgetTokens most tokens of the text
   */
  public static Excerpt find(
      List<Source> sources,
      String question,
      int passageTokens,
      int budgetTokens,
      TokenCounter counter) {
    List<PromptPaper> papers = sources.stream().map(Source::paper).toList();
    Passages passages = new Passages(papers, passageTokens, counter);
    ExcerptFinder finder = new ExcerptFinder(sources, passages, budgetTokens, counter);
    List<Passage> chosen = finder.fitting(finder.ranked(question));
    return new Excerpt(finder.text(chosen), finder.shown(chosen), passages.leftOut());
  }

  /** The passages worth showing, the most wanted first. */
  private List<Passage> ranked(String question) {
    double[] scores =
        new Bm25(passages.stream().map(Passage::terms).toList()).scores(Terms.of(question));
    double best = IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).max().orElse(0);
    List<Integer> byScore =
        IntStream.range(0, scores.length)
            .filter(i -> best > 0 || !sources.get(passages.get(i).source()).factsKnown())
            .filter(i -> scores[i] >= best * LEAST_SHARE_OF_BEST)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
            .toList();
    Set<Integer> ranked = new LinkedHashSet<>();
    IntStream.range(0, scores.length).filter(i -> passages.get(i).first()).forEach(ranked::add);
    ranked.addAll(byScore);
    return ranked.stream().map(passages::get).filter(passage -> !isKnown(passage)).toList();
  }

  private boolean isKnown(Passage passage) {
    return sources.get(passage.source()).known().contains(passage.place());
  }

  /** As many as fit; one that does not leaves its room to smaller ones behind it. */
  private List<Passage> fitting(List<Passage> ranked) {
    List<Passage> taken = new ArrayList<>();
    Set<Integer> begun = new HashSet<>();
    int tokens = 0;
    for (Passage passage : ranked) {
      int more = counter.count(MarkdownWriter.write(passage.page())) + ANCHOR_TOKENS;
      if (!begun.contains(passage.source())) {
        more += counter.count(text(List.of(passage.blank())));
      }
      if (tokens + more <= budgetTokens) {
        taken.add(passage);
        begun.add(passage.source());
        tokens += more;
      }
    }
    // A sum is an estimate: text does not cost the same alone as among other text.
    while (!taken.isEmpty() && counter.count(text(taken)) > budgetTokens) {
      taken.removeLast();
    }
    return taken;
  }

  private String text(List<Passage> chosen) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sources.size(); i++) {
      List<Passage> own = own(chosen, i);
      if (!own.isEmpty()) {
        PromptPaper paper = sources.get(i).paper();
        List<Page> pages = own.stream().map(Passage::page).toList();
        String label = PagePiece.label(own.stream().map(Passage::place).toList());
        String facts =
            sources.get(i).factsKnown() ? "" : Facts.all(paper, paper.document().pages());
        text.append(DocumentFence.excerpt(paper, pages, label, facts)).append('\n');
      }
    }
    return text.isEmpty() ? "" : text.append(Templates.excerpt()).append('\n').toString();
  }

  private List<Set<PagePiece>> shown(List<Passage> chosen) {
    List<Set<PagePiece>> shown = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      Set<PagePiece> places = new TreeSet<>();
      own(chosen, i).forEach(passage -> places.add(passage.place()));
      shown.add(places);
    }
    return shown;
  }

  private static List<Passage> own(List<Passage> chosen, int source) {
    return chosen.stream()
        .filter(passage -> passage.source() == source)
        .sorted(Comparator.comparing(Passage::place))
        .toList();
  }
}
