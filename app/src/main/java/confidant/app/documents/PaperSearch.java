package confidant.app.documents;

import confidant.app.documents.PageWords.Word;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Document;
import confidant.ingest.document.Page;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds words in a paper, whatever their case and accents and wherever lines end. */
public final class PaperSearch {
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

  /** More than anybody steps through. */
  private static final int MOST_HITS = 1000;

  private PaperSearch() {}

  /**
   * Where what was looked for stands.
   *
   * @param page counted from 1
   * @param boxes a box for each word of it
   */
  public record Hit(int page, List<BoundingBox> boxes) {
    public Hit {
      boxes = List.copyOf(boxes);
    }
  }

  /** All places of {@code wanted}, in reading order; none if it is blank. */
  public static List<Hit> find(Document document, String wanted) {
    String folded = fold(wanted.strip().replaceAll("\\s+", " "));
    List<Hit> hits = new ArrayList<>();
    if (!folded.isEmpty()) {
      for (Page page : document.pages()) {
        addHits(page, folded, hits);
      }
    }
    return hits;
  }

  private static void addHits(Page page, String wanted, List<Hit> hits) {
    List<Word> words = PageWords.of(page);
    StringBuilder text = new StringBuilder();
    int[] starts = new int[words.size() + 1];
    for (int i = 0; i < words.size(); i++) {
      starts[i] = text.length();
      text.append(fold(words.get(i).text())).append(' ');
    }
    starts[words.size()] = text.length();
    int word = 0;
    for (int at = text.indexOf(wanted);
        at >= 0 && hits.size() < MOST_HITS;
        at = text.indexOf(wanted, at + wanted.length())) {
      while (starts[word + 1] <= at) {
        word++;
      }
      List<BoundingBox> boxes = new ArrayList<>();
      for (int i = word; i < words.size() && starts[i] < at + wanted.length(); i++) {
        boxes.add(words.get(i).box());
      }
      hits.add(new Hit(page.number(), boxes));
    }
  }

  private static String fold(String text) {
    String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    return ACCENTS.matcher(apart).replaceAll("").replace("\u00DF", "ss");
  }
}
