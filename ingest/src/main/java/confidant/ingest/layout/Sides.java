package confidant.ingest.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What stands left of an edge in each row of a region, and what from there on. */
final class Sides {

  /** Narrowest gutter, in parts of the font size. */
  private static final double MIN_WIDTH = 0.9;

  /** Baselines of a block follow each other by at most this, in parts of the larger font size. */
  private static final double MAX_PITCH = 1.8;

  /** Least change of the distance between two baselines from row to row, in parts of the size. */
  private static final double MIN_DRIFT = 0.015;

  /** How far such changes may differ, in parts of the font size. */
  private static final double EVEN = 0.02;

  /** Fewest rows in which a drift is none by chance, as where text was read from a picture. */
  private static final int MIN_DRIFTING = 4;

  /** The same where the lines part afterwards, so that they interleave. */
  private static final int MIN_PARTING = 3;

  private final List<TextRow> rows;
  private final double edge;

  /** By row, whether a word stands left of the edge, and whether one stands from there on. */
  private final boolean[] left;

  private final boolean[] right;

  /** By row, whether a word from the left reaches the edge. */
  private final boolean[] crossed;

  /** By row, how far the right baseline lies below the left one, in points. */
  private final double[] distance;

  /** By row, whether it stands with one baseline on both sides. */
  private final boolean[] common;

  /**
   * Sides of {@code rows}.
   *
   * @param edge in points from the page's left edge
   */
  Sides(List<TextRow> rows, double edge) {
    this.rows = rows;
    this.edge = edge;
    int count = rows.size();
    left = new boolean[count];
    right = new boolean[count];
    crossed = new boolean[count];
    distance = new double[count];
    common = new boolean[count];
    for (int i = 0; i < count; i++) {
      lookAt(i);
    }
    for (int start = 0; start < common.length; ) {
      int end = endOfDrift(start);
      if (end - start >= (interleave(end) ? MIN_PARTING : MIN_DRIFTING)) {
        IntStream.range(start, end).forEach(i -> common[i] = false);
      }
      start = Math.max(end - 1, start + 1);
    }
  }

  /** Looks at the words of a row once: all else asks again and again. */
  private void lookAt(int row) {
    double leftBaseline = 0;
    double rightBaseline = 0;
    double end = edge - MIN_WIDTH * rows.get(row).fontSize();
    for (Word word : rows.get(row).words()) {
      if (word.left() < edge) {
        leftBaseline = left[row] ? leftBaseline : word.baseline();
        left[row] = true;
        crossed[row] |= word.right() > end;
      } else {
        rightBaseline = right[row] ? rightBaseline : word.baseline();
        right[row] = true;
      }
    }
    distance[row] = rightBaseline - leftBaseline;
    common[row] = left[row] && right[row];
  }

  /** Stretches of at least {@code fewest} lines close to each other on one side. */
  List<Span> spans(boolean onLeft, int fewest) {
    List<Span> spans = new ArrayList<>();
    int first = 0;
    int last = 0;
    int lines = 0;
    for (int i = 0; i <= rows.size(); i++) {
      boolean ends = i == rows.size() || crossed[i];
      if (!ends && !stands(i, onLeft)) {
        continue;
      }
      if (ends || (lines > 0 && !isNear(last, i))) {
        if (lines >= fewest) {
          spans.add(new Span(first, last));
        }
        lines = 0;
      }
      if (!ends) {
        first = lines == 0 ? i : first;
        last = i;
        lines++;
      }
    }
    return spans;
  }

  /** The gutter at the edge along a span, without common lines that are no part of the blocks. */
  Optional<Gutter> gutter(Span span) {
    int first = firstOf(span);
    int last = lastOf(span);
    if (first >= last || IntStream.rangeClosed(first, last).anyMatch(row -> crossed[row])) {
      return Optional.empty();
    }
    double start = Double.NEGATIVE_INFINITY;
    double end = Double.POSITIVE_INFINITY;
    for (TextRow row : rows.subList(first, last + 1)) {
      for (Word word : row.words()) {
        if (word.left() < edge) {
          start = Math.max(start, word.right());
        } else {
          end = Math.min(end, word.left());
        }
      }
    }
    // Where nothing stands on a side the gutter ends at the edge.
    double from = Double.isInfinite(start) ? edge : start;
    double to = Double.isInfinite(end) ? edge : end;
    return from < to ? Optional.of(new Gutter(from, to, first, last)) : Optional.empty();
  }

  /** How many rows of a gutter stand with one baseline on both sides of it. */
  long common(Gutter gutter) {
    return IntStream.rangeClosed(gutter.firstRow(), gutter.lastRow())
        .filter(i -> common[i])
        .count();
  }

  /**
   * Blocks may begin on a common line. Several common lines, or one that goes on from a row across
   * both sides, are no part of them.
   */
  private int firstOf(Span span) {
    int first = span.first();
    while (first <= span.last() && common[first]) {
      first++;
    }
    boolean alone = first == span.first() + 1 && !reachOver(span.first() - 1, span.first());
    return alone ? span.first() : first;
  }

  /** The same for common lines at the end: those of a table that follows, for instance. */
  private int lastOf(Span span) {
    int last = span.last();
    while (last >= span.first() && common[last]) {
      last--;
    }
    if (last != span.last() - 1 || reachOver(span.last() + 1, span.last())) {
      return last;
    }
    last = span.last();
    while (last + 1 < common.length && goesOn(last)) {
      last++;
    }
    return last;
  }

  /** Whether a row stands close to its neighbour and reaches over both sides. */
  private boolean reachOver(int row, int neighbour) {
    return row >= 0
        && row < common.length
        && isNear(Math.min(row, neighbour), Math.max(row, neighbour))
        && (common[row] || crossed[row]);
  }

  /** Whether the next line of one side only belongs to what stands there. */
  private boolean goesOn(int row) {
    return left[row + 1] != right[row + 1]
        && stands(row, left[row + 1])
        && isNear(row, row + 1)
        && !crossed[row + 1];
  }

  /**
   * Index after the rows from {@code start} on in which the right side falls behind the left, or
   * runs ahead, by the same each time: their lines have different leading and only meet by chance.
   */
  private int endOfDrift(int start) {
    int end = start + 1;
    double step = 0;
    while (end < rows.size() && common[start] && common[end]) {
      double em = rows.get(end).fontSize();
      double next = distance[end] - distance[end - 1];
      boolean even = step == 0 || Math.abs(next - step) <= EVEN * em;
      if (Math.abs(next) < MIN_DRIFT * em || !even || next * step < 0) {
        break;
      }
      step = next;
      end++;
    }
    return end;
  }

  /** Whether a line of one side follows, and after it one of the other. */
  private boolean interleave(int row) {
    if (row + 1 >= rows.size()) {
      return false;
    }
    return left[row] != right[row]
        && !stands(row + 1, left[row])
        && isNear(row, row + 1)
        && isNear(row - 1, row);
  }

  private boolean stands(int row, boolean onLeft) {
    return onLeft ? left[row] : right[row];
  }

  private boolean isNear(int above, int below) {
    TextRow upper = rows.get(above);
    TextRow lower = rows.get(below);
    double em = Math.max(upper.fontSize(), lower.fontSize());
    return lower.baseline() - upper.baseline() <= MAX_PITCH * em;
  }

  /**
   * Rows in a row.
   *
   * @param first index of the uppermost
   * @param last index of the lowest, included
   */
  record Span(int first, int last) {

    boolean overlaps(Span other) {
      return first <= other.last && other.first <= last;
    }

    Span union(Span other) {
      return new Span(Math.min(first, other.first), Math.max(last, other.last));
    }
  }
}
