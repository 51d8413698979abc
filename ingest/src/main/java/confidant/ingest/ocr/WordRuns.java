package confidant.ingest.ocr;

import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.GlyphRun.Source;
import confidant.ingest.picture.Placement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes words of a picture what layout knows from text layers: runs of one size and baseline per
 * line, with blanks between them.
 */
final class WordRuns {

  /** White that letters have on either side, in em; ink has none. */
  private static final double BEARING = 0.04;

  /** Of most book faces, in em. */
  private static final double SPACE = 0.28;

  /** Lines whose size differs less from the page's usual one, as a share, have that. */
  private static final double SAME_SIZE = 0.12;

  /**
   * Baselines of lines side by side that differ less than this, in em, are one: those of a table's
   * cells, of which each was taken for a line.
   */
  private static final double SAME_ROW = 0.45;

  private final Placement placement;
  private final List<GlyphRun> runs = new ArrayList<>();

  private WordRuns(Placement placement) {
    this.placement = placement;
  }

  /** Runs in points of the page, in the order of {@code words}. */
  static List<GlyphRun> of(List<RecognisedWord> words, Placement placement) {
    List<List<RecognisedWord>> lines = lines(words);
    double usual = usualSize(lines);
    List<Line> measured = new ArrayList<>();
    for (List<RecognisedWord> line : lines) {
      double em = LetterHeights.em(line);
      double size = Math.abs(em - usual) <= SAME_SIZE * usual ? usual : em;
      measured.add(new Line(line, size, LetterHeights.baseline(line, size)));
    }
    WordRuns result = new WordRuns(placement);
    measured.forEach(line -> result.addLine(line.words(), line.em(), rowOf(line, measured)));
    return result.runs;
  }

  /**
   * A line of words.
   *
   * @param em in pixels
   * @param baseline in pixels from the top
   */
  private record Line(List<RecognisedWord> words, double em, double baseline) {

    double left() {
      return words.getFirst().left();
    }

    double right() {
      return words.getLast().right();
    }

    /** Whether both stand side by side, as cells of a row do. */
    boolean isBeside(Line other) {
      double smaller = Math.min(em, other.em);
      return (left() >= other.right() || right() <= other.left())
          && Math.abs(baseline - other.baseline) <= SAME_ROW * smaller
          && Math.max(em, other.em) <= (1 + 2 * SAME_SIZE) * smaller;
    }
  }

  /** The baseline of the line with most words in the row of {@code line}. */
  private static double rowOf(Line line, List<Line> all) {
    Line longest = line;
    for (Line other : all) {
      if (other.words().size() > longest.words().size() && line.isBeside(other)) {
        longest = other;
      }
    }
    return longest.baseline();
  }

  private static List<List<RecognisedWord>> lines(List<RecognisedWord> words) {
    List<List<RecognisedWord>> lines = new ArrayList<>();
    int last = -1;
    for (RecognisedWord word : words) {
      if (lines.isEmpty() || word.line() != last) {
        lines.add(new ArrayList<>());
      }
      lines.getLast().add(word);
      last = word.line();
    }
    return lines;
  }

  /** The median of all lines, each counted by its words; in pixels. */
  private static double usualSize(List<List<RecognisedWord>> lines) {
    double[] sizes =
        lines.stream()
            .flatMapToDouble(
                line -> {
                  double[] each = new double[line.size()];
                  Arrays.fill(each, LetterHeights.em(line));
                  return Arrays.stream(each);
                })
            .sorted()
            .toArray();
    return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
  }

  private void addLine(List<RecognisedWord> line, double em, double baseline) {
    double middle = (line.getFirst().left() + line.getLast().right()) / 2;
    double y = placement.y(middle, baseline);
    double size = em * placement.pointsPerPixel();
    double end = 0;
    for (int i = 0; i < line.size(); i++) {
      RecognisedWord word = line.get(i);
      double left = placement.x(word.left(), baseline) - BEARING * size;
      double right = placement.x(word.right(), baseline) + BEARING * size;
      if (i > 0) {
        runs.add(run(" ", end, y, Math.max(0, left - end), size, 1, ""));
      }
      runs.add(run(word.text(), left, y, right - left, size, word.confidence(), word.other()));
      end = right;
    }
  }

  private static GlyphRun run(
      String text,
      double x,
      double y,
      double advance,
      double size,
      double confidence,
      String other) {
    return new GlyphRun(
        text, x, y, advance, 0, size, SPACE * size, Source.PICTURE, confidence, other);
  }
}
