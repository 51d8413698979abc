package confidant.ingest.layout;

import confidant.ingest.page.GlyphRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gathers chunks into rows by their baselines. Chunks that cover each other go to rows of their
 * own; superscripts and subscripts go to the row of the text they stand at.
 */
final class RowBuilder {

  /** Baselines of a row differ by at most this, in parts of the smaller font size. */
  private static final double BASELINE_TOLERANCE = 0.3;

  /**
   * Letters that lean or are kerned cover each other by at most this, in parts of the font size.
   */
  private static final double HARMLESS_OVERLAP = 0.35;

  /**
   * Largest size of superscripts and subscripts, in parts of the size of the text they stand at.
   */
  private static final double SCRIPT_SIZE = 0.8;

  /** Furthest shift of their baseline and furthest gap before them, in parts of that size. */
  private static final double SCRIPT_SHIFT = 0.6;

  private static final double SCRIPT_GAP = 0.3;

  /** Most characters of a mark that stands before its text: longer ones are figures. */
  private static final int MARK_LENGTH = 2;

  /** Signs beside digits that mark notes. */
  private static final String MARKS = "*\u2217\u2020\u2021\u00A7\u00B6\u2016";

  /** What may be set under a raised mark, to save room. */
  private static final String STOPS = ",.;";

  private RowBuilder() {}

  /** Rows from top to bottom. */
  static List<TextRow> build(List<Chunk> chunks) {
    List<Draft> drafts = cluster(chunks);
    attachScripts(drafts);
    return drafts.stream()
        .filter(draft -> !draft.chunks.isEmpty())
        .sorted(Comparator.comparingDouble((Draft draft) -> draft.baseline))
        .map(Draft::toRow)
        .toList();
  }

  private static List<Draft> cluster(List<Chunk> chunks) {
    List<Draft> drafts = new ArrayList<>();
    List<Chunk> downwards =
        chunks.stream().sorted(Comparator.comparingDouble(Chunk::baseline)).toList();
    for (Chunk chunk : downwards) {
      Draft best = null;
      // Rows far above cannot take it; those near are at the end.
      for (int i = drafts.size() - 1; i >= 0; i--) {
        Draft draft = drafts.get(i);
        if (draft.accepts(chunk)
            && (best == null || draft.distance(chunk) < best.distance(chunk))) {
          best = draft;
        }
        if (chunk.baseline() - draft.baseline > 4 * chunk.fontSize()) {
          break;
        }
      }
      if (best == null) {
        best = new Draft(chunk.baseline(), chunk.fontSize());
        drafts.add(best);
      }
      best.chunks.add(chunk);
    }
    return drafts;
  }

  private static void attachScripts(List<Draft> drafts) {
    double largest = drafts.stream().mapToDouble(draft -> draft.fontSize).max().orElse(0);
    for (Draft draft : drafts) {
      for (Chunk chunk : List.copyOf(draft.chunks)) {
        if (chunk.fontSize() <= SCRIPT_SIZE * largest) {
          attachScript(chunk, draft, drafts);
        }
      }
    }
  }

  private static void attachScript(Chunk chunk, Draft draft, List<Draft> drafts) {
    for (Draft base : drafts) {
      if (base != draft && base.hasScript(chunk)) {
        draft.chunks.remove(chunk);
        base.chunks.add(chunk);
        return;
      }
    }
  }

  private static boolean isMark(GlyphRun glyph) {
    String text = glyph.text();
    return text.length() == 1
        && (Character.isDigit(text.charAt(0)) || MARKS.indexOf(text.charAt(0)) >= 0);
  }

  /** Where a chunk starts but for stops. */
  private static double leftWithoutStops(Chunk chunk) {
    return chunk.glyphs().stream()
        .filter(glyph -> !glyph.isBlank() && !STOPS.contains(glyph.text()))
        .mapToDouble(GlyphRun::x)
        .findFirst()
        .orElse(chunk.right());
  }

  /** A row that is still growing. */
  private static final class Draft {

    private final double baseline;
    private final double fontSize;
    private final List<Chunk> chunks = new ArrayList<>();

    Draft(double baseline, double fontSize) {
      this.baseline = baseline;
      this.fontSize = fontSize;
    }

    double distance(Chunk chunk) {
      return Math.abs(chunk.baseline() - baseline);
    }

    boolean accepts(Chunk chunk) {
      double em = Math.min(fontSize, chunk.fontSize());
      return distance(chunk) <= BASELINE_TOLERANCE * em && !isCovered(chunk, HARMLESS_OVERLAP * em);
    }

    /** Whether a chunk of the row and {@code chunk} share more than {@code length}. */
    private boolean isCovered(Chunk chunk, double length) {
      for (Chunk other : chunks) {
        if (other.overlap(chunk) > length) {
          return true;
        }
      }
      return false;
    }

    boolean hasScript(Chunk script) {
      return script.fontSize() <= SCRIPT_SIZE * fontSize
          && distance(script) <= SCRIPT_SHIFT * fontSize
          && chunks.stream().anyMatch(base -> follows(base, script) || leads(script, base))
          && chunks.stream().noneMatch(base -> covers(base, script));
    }

    private boolean covers(Chunk base, Chunk script) {
      double shared =
          Math.min(base.right(), script.right()) - Math.max(leftWithoutStops(base), script.left());
      return shared > SCRIPT_GAP * fontSize;
    }

    private boolean follows(Chunk base, Chunk script) {
      return Math.abs(script.left() - base.right()) <= SCRIPT_GAP * fontSize
          && script.fontSize() <= SCRIPT_SIZE * base.fontSize();
    }

    /** Whether a raised mark stands before its text, as at the start of a footnote. */
    private boolean leads(Chunk mark, Chunk base) {
      return Math.abs(base.left() - mark.right()) <= SCRIPT_GAP * fontSize
          && mark.fontSize() <= SCRIPT_SIZE * base.fontSize()
          && mark.baseline() < base.baseline()
          && mark.glyphs().size() <= MARK_LENGTH
          && mark.glyphs().stream().allMatch(RowBuilder::isMark);
    }

    TextRow toRow() {
      return new TextRow(WordBuilder.build(chunks), baseline, fontSize);
    }
  }
}
