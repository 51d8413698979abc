package confidant.samples;

import confidant.samples.chance.Dice;
import confidant.samples.scan.ScanPlan;
import confidant.samples.scan.Scanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Makes degraded pictures of papers. The same seed gives the same picture on the same Java, whose
 * drawing and JPEG differ a little between versions.
 */
public final class PaperScanner {

  private PaperScanner() {}

  /** A spoilt picture of a paper, by the seed of the paper. */
  public static Paper scan(Paper paper) {
    Dice dice = new Dice(paper.truth().seed()).forPurpose("scan");
    return scan(paper, ScanPlan.roll(dice, paper.truth().pages()));
  }

  /** A picture of a paper, spoilt as {@code plan} says. */
  public static Paper scan(Paper paper, ScanPlan plan) {
    Dice dice = new Dice(paper.truth().seed()).forPurpose("noise");
    try {
      byte[] bytes = new Scanner(plan, dice).scan(paper.bytes());
      String extension = plan.form().name().toLowerCase(Locale.ROOT);
      String name = paper.fileName().replaceFirst("\\.pdf$", "-scan." + extension);
      return new Paper(name, bytes, paper.truth().scanned(plan.describe()));
    } catch (IOException e) {
      // Nothing is read from or written to a disk.
      throw new UncheckedIOException(e);
    }
  }
}
