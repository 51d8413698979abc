package confidant.ingest.classify;

import confidant.ingest.document.Block;
import confidant.ingest.document.Block.Cell;
import confidant.ingest.document.Block.Line;
import confidant.ingest.document.Block.Paragraph;
import confidant.ingest.document.Block.Table;
import confidant.ingest.document.Document;
import confidant.ingest.document.DocumentKind;
import confidant.ingest.words.Vocabulary;
import confidant.ingest.words.Vocabulary.Hit;
import confidant.ingest.words.Word;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells kinds of papers apart by phrases with weights, in the resources {@code kinds_*.txt}, and by
 * the shape of rows and tables.
 *
 * <p>A phrase counts once however often it occurs, and twice where papers have their titles. What
 * has too little of any kind, or as much of two, is {@link DocumentKind#OTHER}; so is what has none
 * but common words of it, which add up in any long text.
 */
public final class DocumentClassifier {

  /** Papers say what they are on their first pages. */
  private static final int MOST_ROWS = 400;

  private static final int TITLE_ROWS = 15;
  private static final double IN_TITLE = 2;
  private static final double LEAST = 6;
  private static final double CERTAIN = 12;

  /** Least weight of a phrase, or of the shape of rows, that is not met with everywhere. */
  private static final double TELLING = 3;

  private static final double LEAST_CONFIDENCE = 0.5;

  /** The best must outweigh the second by this much. */
  private static final double MARGIN = 1.25;

  private final Map<DocumentKind, Vocabulary> vocabularies = new EnumMap<>(DocumentKind.class);

  /** Loads the vocabularies. */
  public DocumentClassifier() {
    for (DocumentKind kind : DocumentKind.values()) {
      if (kind != DocumentKind.OTHER) {
        String section = kind.name().toLowerCase(Locale.ROOT);
        vocabularies.put(kind, Vocabulary.load(DocumentClassifier.class, "kinds", section));
      }
    }
  }

  /** What sort of paper {@code document} seems to be. */
  public Classification classify(Document document) {
    List<String> rows =
        document.pages().stream()
            .flatMap(page -> page.blocks().stream())
            .flatMap(DocumentClassifier::rows)
            .limit(MOST_ROWS)
            .toList();
    Shapes shapes = new Shapes();
    rows.stream().filter(row -> !row.isEmpty()).forEach(shapes::add);
    DocumentKind best = DocumentKind.OTHER;
    double ledger = Ledger.weight(document);
    double most = 0;
    double second = 0;
    for (Map.Entry<DocumentKind, Vocabulary> entry : vocabularies.entrySet()) {
      Phrases phrases = Phrases.of(rows, entry.getValue());
      double shape = shapes.weight(entry.getKey());
      shape += entry.getKey() == DocumentKind.BANK_STATEMENT ? ledger : 0;
      double weight = phrases.weight + shape;
      if (Math.max(phrases.heaviest, shape) < TELLING) {
        continue;
      }
      if (weight > most) {
        second = most;
        most = weight;
        best = entry.getKey();
      } else {
        second = Math.max(second, weight);
      }
    }
    if (most < LEAST || most < MARGIN * second) {
      return new Classification(DocumentKind.OTHER, 1 - Math.min(most, LEAST) / LEAST / 2);
    }
    double lead = 1 - second / most;
    double confidence = Math.min(1, most / CERTAIN) * (1 + lead) / 2;
    return confidence < LEAST_CONFIDENCE
        ? new Classification(DocumentKind.OTHER, 1 - confidence)
        : new Classification(best, confidence);
  }

  private static Stream<String> rows(Block block) {
    return switch (block) {
      case Paragraph paragraph -> paragraph.lines().stream().map(Line::text).map(String::strip);
      case Table table ->
          table.rows().stream()
              .map(row -> row.stream().map(Cell::text).collect(Collectors.joining("  ")).strip());
    };
  }

  /**
   * The phrases of a kind in a paper.
   *
   * @param weight of all
   * @param heaviest weight of one, wherever it stands
   */
  private record Phrases(double weight, double heaviest) {

    static Phrases of(List<String> rows, Vocabulary vocabulary) {
      Set<String> counted = new HashSet<>();
      double weight = 0;
      double heaviest = 0;
      for (int i = 0; i < rows.size(); i++) {
        List<Word> words = Word.of(rows.get(i));
        for (Hit hit : vocabulary.find(words)) {
          String phrase =
              words.subList(hit.first(), hit.end()).stream()
                  .map(Word::folded)
                  .collect(Collectors.joining(" "));
          if (counted.add(phrase)) {
            int own = Integer.parseInt(hit.label());
            weight += own * (i < TITLE_ROWS ? IN_TITLE : 1);
            heaviest = Math.max(heaviest, own);
          }
        }
      }
      return new Phrases(weight, heaviest);
    }
  }
}
