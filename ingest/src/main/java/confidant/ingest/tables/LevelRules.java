package confidant.ingest.tables;

import confidant.ingest.layout.TextRow;
import confidant.ingest.page.RuleLine;
import java.util.Comparator;
import java.util.List;

/** Level rules, as far as they part rows of text. */
final class LevelRules {

  /** Least share of a table's width that rules between two of its rows cover. */
  private static final double MIN_COVER = 0.6;

  /** Rules from here on, in parts of the font size above the baseline, stand below a row. */
  private static final double LOWER_PART = 0.2;

  /** Rules up to here, in parts of the font size above the baseline, stand above a row. */
  private static final double UPPER_PART = 0.4;

  /** From left to right. */
  private final List<RuleLine> rules;

  LevelRules(List<RuleLine> all) {
    rules =
        all.stream()
            .filter(RuleLine::isLevel)
            .sorted(Comparator.comparingDouble(RuleLine::x1))
            .toList();
  }

  /** Whether rules run between a row and one below it over most of {@code width}. */
  boolean part(TextRow upper, TextRow lower, Band width) {
    double top = upper.baseline() - LOWER_PART * upper.fontSize();
    double bottom = lower.baseline() - UPPER_PART * lower.fontSize();
    double covered = 0;
    double reached = width.start();
    for (RuleLine rule : rules) {
      double y = (rule.y1() + rule.y2()) / 2;
      double from = Math.max(reached, rule.x1());
      double to = Math.min(width.end(), rule.x2());
      if (y > top && y < bottom && to > from) {
        covered += to - from;
        reached = to;
      }
    }
    return covered >= MIN_COVER * width.length();
  }
}
