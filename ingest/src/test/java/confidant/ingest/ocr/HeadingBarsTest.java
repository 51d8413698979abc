package confidant.ingest.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.GlyphRun.Source;
import confidant.ingest.page.RuleLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadingBarsTest {

  /** A bar from 100 to 120 above rows with three rules between and around their columns. */
  private static final List<RuleLine> RULES =
      List.of(
          new RuleLine(50, 100, 350, 100),
          new RuleLine(50, 120, 350, 120),
          new RuleLine(50, 140, 350, 140),
          new RuleLine(50, 120, 50, 140),
          new RuleLine(200, 120, 200, 140),
          new RuleLine(350, 120, 350, 140));

  private static GlyphRun word(String text, double x, double width) {
    return new GlyphRun(text, x, 114, width, 0, 10, 2.8, Source.PICTURE, 0.9, "");
  }

  @Test
  void rulesGoOnBetweenHeadings() {
    List<RuleLine> rules =
        HeadingBars.rule(RULES, List.of(word("Date", 60, 30), word("Amount", 210, 40)));
    assertEquals(9, rules.size());
    assertTrue(rules.contains(new RuleLine(200, 100, 200, 120)));
  }

  @Test
  void aTitleAcrossTheColumnsStaysWhole() {
    assertEquals(RULES, HeadingBars.rule(RULES, List.of(word("Movements", 170, 60))));
    assertEquals(RULES, HeadingBars.rule(RULES, List.of(word("Movements", 60, 60))));
  }
}
