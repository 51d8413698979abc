package confidant.ingest.ocr;

import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.RuleLine;
import java.util.List;

/**
 * What was read of a picture, upright and straight.
 *
 * @param width in points
 * @param height in points
 * @param runs words, and the blanks between words of a line
 * @param rules ruling lines
 * @param shiftX from its places to those in the picture, at its middle, in points to the right; 0
 *     if it is unknown how fine the picture is
 * @param shiftY the same downwards
 */
public record OcrPage(
    double width,
    double height,
    List<GlyphRun> runs,
    List<RuleLine> rules,
    double shiftX,
    double shiftY) {

  /** Letters and digits that make words certain enough to be more than chance. */
  private static final int LEAST_CHARACTERS = 6;

  private static final double CERTAIN = 0.7;

  public OcrPage {
    runs = List.copyOf(runs);
    rules = List.copyOf(rules);
  }

  /** Whether it holds words that are hardly chance. */
  public boolean hasText() {
    long certain =
        runs.stream()
            .filter(run -> run.confidence() >= CERTAIN)
            .flatMapToInt(run -> run.text().codePoints())
            .filter(Character::isLetterOrDigit)
            .count();
    return certain >= LEAST_CHARACTERS;
  }
}
