package confidant.ingest.prompt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Ranks texts by the words of a question with Okapi BM25 (S. Robertson, H. Zaragoza: The
 * Probabilistic Relevance Framework: BM25 and Beyond, 2009, section 3.4):
 *
 * <pre>
 * score(D) = sum over terms t of  idf(t) * f * (k1 + 1) / (f + k1 * (1 - b + b * |D| / avg))
 * idf(t)   = ln(1 + (N - n + 0.5) / (n + 0.5))
 * </pre>
 *
 * <p>f is how often t stands in D, |D| the terms of D and avg their mean over all N texts, n in how
 * many texts t stands. The 1 within the logarithm, as Lucene has it, keeps frequent words above 0.
 */
final class Bm25 {

  private static final double K1 = 1.2;
  private static final double B = 0.75;

  /** Shorter words are parts of too many others. */
  private static final int SHORTEST_PART = 4;

  private final List<Map<String, Integer>> counts = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();
  private final Set<String> vocabulary = new TreeSet<>();
  private final double meanLength;

  /** Over {@code texts}, each a list of terms. */
  Bm25(List<List<String>> texts) {
    long total = 0;
    for (List<String> text : texts) {
      Map<String, Integer> count = new HashMap<>();
      text.forEach(term -> count.merge(term, 1, Integer::sum));
      counts.add(count);
      lengths.add(text.size());
      vocabulary.addAll(count.keySet());
      total += text.size();
    }
    meanLength = texts.isEmpty() ? 0 : (double) total / texts.size();
  }

  /** The score of each text; a term that the question repeats counts once. */
  double[] scores(Collection<String> question) {
    double[] scores = new double[counts.size()];
    for (String term : new LinkedHashSet<>(question)) {
      addScores(meanings(term), scores);
    }
    return scores;
  }

  private void addScores(Set<String> terms, double[] scores) {
    int[] frequencies = new int[counts.size()];
    int texts = 0;
    for (int i = 0; i < frequencies.length; i++) {
      Map<String, Integer> count = counts.get(i);
      frequencies[i] = terms.stream().mapToInt(term -> count.getOrDefault(term, 0)).sum();
      texts += frequencies[i] > 0 ? 1 : 0;
    }
    double idf = Math.log(1 + (counts.size() - texts + 0.5) / (texts + 0.5));
    for (int i = 0; i < frequencies.length; i++) {
      double length = K1 * (1 - B + B * lengths.get(i) / meanLength);
      scores[i] +=
          frequencies[i] == 0 ? 0 : idf * frequencies[i] * (K1 + 1) / (frequencies[i] + length);
    }
  }

  /**
   * The term itself, or where it stands nowhere the words it is a part of and those that are a part
   * of it: compounds and endings, such as Frist in Kündigungsfrist, or deduction in deductions.
   */
  private Set<String> meanings(String term) {
    if (vocabulary.contains(term)) {
      return Set.of(term);
    }
    Set<String> related = new TreeSet<>();
    if (term.length() >= SHORTEST_PART && term.chars().noneMatch(Character::isDigit)) {
      for (String word : vocabulary) {
        boolean within = word.contains(term);
        boolean around = word.length() >= SHORTEST_PART && term.contains(word);
        if (within || around) {
          related.add(word);
        }
      }
    }
    return related;
  }
}
