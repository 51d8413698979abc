package confidant.ingest.layout;

import confidant.ingest.document.BoundingBox;
import confidant.ingest.document.Span;
import confidant.ingest.layout.Word.Part;
import java.util.ArrayList;
import java.util.List;

/** A text put together of words, with the places of its parts. */
public final class SpannedText {

  /** Places are kept in parts of a point that nobody sees. */
  private static final double PRECISION = 100;

  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();

  /** Adds words, one blank apart; after {@code separator} unless they are the first. */
  public void add(String separator, List<Word> words) {
    String before = separator;
    for (Word word : words) {
      if (!text.isEmpty()) {
        text.append(before);
      }
      for (Part part : word.allParts()) {
        Part moved = part.moved(text.length());
        spans.add(
            new Span(moved.start(), moved.end(), rounded(word.box(part.left(), part.right()))));
      }
      text.append(word.text());
      before = " ";
    }
  }

  public String text() {
    return text.toString();
  }

  /** Where its parts stand, in its order; none if it is one part. */
  public List<Span> spans() {
    return spans.size() == 1 ? List.of() : List.copyOf(spans);
  }

  private static BoundingBox rounded(BoundingBox box) {
    double left = rounded(box.left());
    double top = rounded(box.top());
    return new BoundingBox(left, top, rounded(box.right() - left), rounded(box.bottom() - top));
  }

  private static double rounded(double length) {
    return Math.round(length * PRECISION) / PRECISION;
  }
}
