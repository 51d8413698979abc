package confidant.ingest.layout;

import confidant.ingest.page.GlyphRun;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts letters and the accents drawn over or under them together. Fonts without the letter have it
 * set that way: a breve, and then a g at the same place.
 */
final class Accents {

  /** What stands for an accent alone, and the mark that combines with a letter. */
  private static final Map<String, String> COMBINING =
      Map.ofEntries(
          Map.entry("`", "\u0300"),
          Map.entry("\u00B4", "\u0301"),
          Map.entry("\u02C6", "\u0302"),
          Map.entry("\u02DC", "\u0303"),
          Map.entry("\u00AF", "\u0304"),
          Map.entry("\u02D8", "\u0306"),
          Map.entry("\u02D9", "\u0307"),
          Map.entry("\u00A8", "\u0308"),
          Map.entry("\u02DA", "\u030A"),
          Map.entry("\u02DD", "\u030B"),
          Map.entry("\u02C7", "\u030C"),
          Map.entry("\u00B8", "\u0327"),
          Map.entry("\u02DB", "\u0328"));

  /** Furthest shift up or down of an accent from its letter, in parts of the font size. */
  private static final double MAX_SHIFT = 0.45;

  private Accents() {}

  /** Level {@code runs} with each accent that is drawn right before or after its letter on it. */
  static List<GlyphRun> compose(List<GlyphRun> runs) {
    if (runs.stream().noneMatch(run -> COMBINING.containsKey(run.text()))) {
      return runs;
    }
    List<GlyphRun> composed = new ArrayList<>();
    for (GlyphRun run : runs) {
      Optional<GlyphRun> both =
          composed.isEmpty()
              ? Optional.empty()
              : together(composed.getLast(), run).or(() -> together(run, composed.getLast()));
      both.ifPresent(letter -> composed.removeLast());
      composed.add(both.orElse(run));
    }
    return composed;
  }

  private static Optional<GlyphRun> together(GlyphRun accent, GlyphRun letter) {
    String mark = COMBINING.get(accent.text());
    if (mark == null || letter.text().length() != 1 || !isOver(accent, letter)) {
      return Optional.empty();
    }
    String text = Normalizer.normalize(letter.text() + mark, Normalizer.Form.NFC);
    return text.length() == 1 ? Optional.of(withText(letter, text)) : Optional.empty();
  }

  private static boolean isOver(GlyphRun accent, GlyphRun letter) {
    double middle = accent.x() + accent.advance() / 2;
    return middle > letter.x()
        && middle < letter.x() + letter.advance()
        && Math.abs(accent.y() - letter.y()) <= MAX_SHIFT * letter.fontSize();
  }

  private static GlyphRun withText(GlyphRun run, String text) {
    return new GlyphRun(
        text,
        run.x(),
        run.y(),
        run.advance(),
        run.direction(),
        run.fontSize(),
        run.spaceWidth(),
        run.source(),
        run.confidence(),
        run.other());
  }
}
