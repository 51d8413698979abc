package confidant.ingest.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a part of a text stands: a word, or a piece of one where letters, figures and signs adjoin.
 * The spans of a text do not overlap and come in its order; blanks lie between them.
 *
 * @param start of the part in the text
 * @param end of the part in the text, excluded; after {@code start}
 * @param box where it stands on the page
 */
public record Span(int start, int end, BoundingBox box) {

  /**
   * The spans of the characters from {@code from} to {@code to}, excluded, counted from {@code
   * from}. One that reaches beyond them is divided as if its characters were equally wide.
   */
  public static List<Span> within(List<Span> spans, int from, int to) {
    List<Span> within = new ArrayList<>();
    for (int i = firstEndingAfter(spans, from); i < spans.size(); i++) {
      Span span = spans.get(i);
      if (span.start >= to) {
        break;
      }
      within.add(span.between(Math.max(from, span.start), Math.min(to, span.end)).moved(-from));
    }
    return List.copyOf(within);
  }

  /** The smallest box around the characters from {@code from} to {@code to}, excluded, if known. */
  public static Optional<BoundingBox> box(List<Span> spans, int from, int to) {
    return within(spans, from, to).stream().map(Span::box).reduce(BoundingBox::union);
  }

  /**
   * The spans of a text in which the characters from {@code from} to {@code to}, which end no span
   * half-way, are replaced by {@code length} others at the same place.
   */
  public static List<Span> replaced(List<Span> spans, int from, int to, int length) {
    List<Span> replaced = new ArrayList<>();
    spans.stream().filter(span -> span.end <= from).forEach(replaced::add);
    box(spans, from, to).ifPresent(box -> replaced.add(new Span(from, from + length, box)));
    spans.stream()
        .filter(span -> span.start >= to)
        .map(span -> span.moved(from + length - to))
        .forEach(replaced::add);
    return List.copyOf(replaced);
  }

  private static int firstEndingAfter(List<Span> spans, int place) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).end > place) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private Span between(int from, int to) {
    if (from == start && to == end) {
      return this;
    }
    double width = box.width() / (end - start);
    double left = box.left() + (from - start) * width;
    return new Span(from, to, new BoundingBox(left, box.top(), (to - from) * width, box.height()));
  }

  private Span moved(int by) {
    return by == 0 ? this : new Span(start + by, end + by, box);
  }
}
