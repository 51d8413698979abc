package confidant.ingest;

import confidant.ingest.ReadOptions.Ocr;
import confidant.ingest.document.BoundingBox;
import confidant.ingest.extract.LimitExceededException;
import confidant.ingest.extract.PageView;
import confidant.ingest.extract.PageView.Painting;
import confidant.ingest.extract.QuarterTurns;
import confidant.ingest.ocr.DocumentOcr;
import confidant.ingest.ocr.OcrPage;
import confidant.ingest.ocr.OcrUnavailableException;
import confidant.ingest.ocr.PictureRegions;
import confidant.ingest.ocr.TextTrust;
import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.RawPage;
import confidant.ingest.page.RuleLine;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds to the pages of a document what only their pictures say. A text layer that can be believed
 * is never replaced, unless the person asks for it.
 */
final class PictureText {

  private static final Logger log = LoggerFactory.getLogger(PictureText.class);

  private static final double POINTS_PER_INCH = 72;

  /** A word that lies on text of the file by this share of its own box is that text. */
  private static final double SAME_PLACE = 0.3;

  /** A reading with fewer characters than this share of a text layer's does not stand in for it. */
  private static final double ENOUGH = 0.3;

  private final DocumentOcr ocr;
  private final Ocr choice;
  private final Runnable alive;

  /**
   * For one document.
   *
   * @param alive told before the page is painted, which can take some seconds
   */
  PictureText(DocumentOcr ocr, Ocr choice, Runnable alive) {
    this.ocr = ocr;
    this.choice = choice;
    this.alive = alive;
  }

  /** Why pictures of a page were not read. */
  enum Problem {
    /** They take too much time or memory. */
    TOO_MUCH_WORK,
    /** They cannot be decoded. */
    DAMAGED,
    /** Text recognition does not start on this computer. */
    NO_RECOGNITION
  }

  /**
   * What became of a page.
   *
   * @param page with what was read of its pictures; the page itself if that is nothing
   * @param problem why its pictures were not read
   */
  record Outcome(RawPage page, Optional<Problem> problem) {}

  Outcome read(RawPage page, PageView view) {
    try {
      return readPictures(page, view);
    } catch (OcrUnavailableException e) {
      return new Outcome(page, Optional.of(Problem.NO_RECOGNITION));
    } catch (LimitExceededException e) {
      log.info("The picture of a page exceeds the limits: {}", e.getMessage());
      return new Outcome(page, Optional.of(Problem.TOO_MUCH_WORK));
    } catch (IOException | RuntimeException e) {
      // Libraries throw all kinds of runtime exceptions at damaged pictures.
      log.debug("The picture of a page cannot be had", e);
      return new Outcome(page, Optional.of(Problem.DAMAGED));
    }
  }

  private Outcome readPictures(RawPage page, PageView view)
      throws IOException, OcrUnavailableException {
    return switch (choice) {
      case OFF -> new Outcome(page, Optional.empty());
      case FORCE -> readWhole(page, view);
      case AUTO -> {
        boolean unreadable =
            page.hasText() ? !TextTrust.isTrustworthy(page.runs()) : view.showsMore();
        yield unreadable ? readWhole(page, view) : readRegions(page, view);
      }
    };
  }

  private Outcome readWhole(RawPage page, PageView view)
      throws IOException, OcrUnavailableException {
    alive.run();
    Painting painting = view.look();
    OcrPage read = ocr.read(painting.image(), painting.pixelsPerInch(), false);
    boolean usable =
        (choice == Ocr.FORCE || !page.hasText()) ? read.hasText() : isBetter(read, page);
    RawPage result =
        usable
            ? new RawPage(page.number(), read.width(), read.height(), read.runs(), read.rules())
            : page;
    return new Outcome(result, problem(painting));
  }

  private static Optional<Problem> problem(Painting painting) {
    return switch (painting.gap()) {
      case NONE -> Optional.empty();
      case TOO_LARGE -> Optional.of(Problem.TOO_MUCH_WORK);
      case UNREADABLE -> Optional.of(Problem.DAMAGED);
    };
  }

  private static boolean isBetter(OcrPage read, RawPage page) {
    return read.hasText()
        && TextTrust.isTrustworthy(read.runs())
        && characters(read.runs()) >= ENOUGH * characters(page.runs());
  }

  private static long characters(List<GlyphRun> runs) {
    return runs.stream().mapToLong(run -> run.text().strip().length()).sum();
  }

  private Outcome readRegions(RawPage page, PageView view)
      throws IOException, OcrUnavailableException {
    List<BoundingBox> regions = PictureRegions.of(page);
    if (regions.isEmpty()) {
      return new Outcome(page, Optional.empty());
    }
    alive.run();
    Painting painting = view.paint();
    BufferedImage upright = QuarterTurns.clockwise(painting.image(), page.turned());
    RawPage result = page;
    for (BoundingBox region : regions) {
      OcrPage read =
          ocr.read(
              crop(upright, region, painting.pixelsPerInch() / POINTS_PER_INCH),
              painting.pixelsPerInch(),
              true);
      if (read.hasText()) {
        result = add(read, region, result, page.runs());
      }
    }
    return new Outcome(result, problem(painting));
  }

  private static BufferedImage crop(BufferedImage page, BoundingBox region, double pixelsPerPoint) {
    int left = Math.clamp((int) (region.left() * pixelsPerPoint), 0, page.getWidth() - 1);
    int top = Math.clamp((int) (region.top() * pixelsPerPoint), 0, page.getHeight() - 1);
    int right = Math.clamp((int) (region.right() * pixelsPerPoint), left + 1, page.getWidth());
    int bottom = Math.clamp((int) (region.bottom() * pixelsPerPoint), top + 1, page.getHeight());
    return page.getSubimage(left, top, right - left, bottom - top);
  }

  private static RawPage add(OcrPage read, BoundingBox region, RawPage page, List<GlyphRun> known) {
    double dx = region.left() + read.shiftX();
    double dy = region.top() + read.shiftY();
    List<BoundingBox> taken =
        known.stream().filter(run -> !run.isBlank()).map(GlyphRun::box).toList();
    List<GlyphRun> runs =
        read.runs().stream()
            .map(run -> run.shifted(dx, dy))
            .filter(run -> run.isBlank() || !liesOn(run.box(), taken))
            .toList();
    List<RuleLine> rules =
        read.rules().stream()
            .map(
                rule ->
                    new RuleLine(rule.x1() + dx, rule.y1() + dy, rule.x2() + dx, rule.y2() + dy))
            .toList();
    return runs.stream().allMatch(GlyphRun::isBlank) ? page : page.with(runs, rules);
  }

  private static boolean liesOn(BoundingBox word, List<BoundingBox> taken) {
    double covered = 0;
    for (BoundingBox box : taken) {
      double width = Math.min(word.right(), box.right()) - Math.max(word.left(), box.left());
      double height = Math.min(word.bottom(), box.bottom()) - Math.max(word.top(), box.top());
      if (width > 0 && height > 0) {
        covered += width * height;
      }
    }
    return covered > SAME_PLACE * word.width() * word.height();
  }
}
