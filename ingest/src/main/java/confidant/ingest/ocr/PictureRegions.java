package confidant.ingest.ocr;

import confidant.ingest.document.BoundingBox;
import confidant.ingest.page.GlyphRun;
import confidant.ingest.page.RawPage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds the parts of a page that show pictures in which text may stand that the file does not hold.
 * Pictures that touch are one: scanners cut pages into strips.
 */
public final class PictureRegions {

  /** The page as a grid of this many squares each way. */
  private static final int GRID = 60;

  /** Smaller regions, as a share of the page, are logos and stamps. */
  private static final double LEAST_SHARE = 0.05;

  /** A line of text is at least this high and a word this wide, in points. */
  private static final double LEAST_HEIGHT = 20;

  private static final double LEAST_WIDTH = 72;

  /**
   * Characters of the file's own that a region as large as the page has if the picture is but a
   * background, or if its text was recognised before.
   */
  private static final double CHARACTERS_OF_TEXT = 100;

  /** So many characters in a small region. */
  private static final int LEAST_CHARACTERS = 20;

  private final RawPage page;
  private final boolean[] covered = new boolean[GRID * GRID]; // (row, column)

  private PictureRegions(RawPage page) {
    this.page = page;
    for (BoundingBox picture : page.pictures()) {
      cover(picture);
    }
  }

  /** Boxes on the upright page, from top to bottom. */
  public static List<BoundingBox> of(RawPage page) {
    return page.pictures().isEmpty() ? List.of() : new PictureRegions(page).find();
  }

  private List<BoundingBox> find() {
    List<BoundingBox> regions = new ArrayList<>();
    for (int square = 0; square < covered.length; square++) {
      if (covered[square]) {
        BoundingBox region = takeFrom(square);
        if (isWorthReading(region)) {
          regions.add(region);
        }
      }
    }
    return regions;
  }

  private void cover(BoundingBox box) {
    int firstColumn = square(box.left(), page.width());
    int lastColumn = square(box.right(), page.width());
    int firstRow = square(box.top(), page.height());
    int lastRow = square(box.bottom(), page.height());
    boolean outside =
        box.right() < 0
            || box.bottom() < 0
            || box.left() > page.width()
            || box.top() > page.height();
    for (int row = firstRow; !outside && row <= lastRow; row++) {
      for (int column = firstColumn; column <= lastColumn; column++) {
        covered[row * GRID + column] = true;
      }
    }
  }

  private static int square(double place, double length) {
    return (int) Math.clamp(Math.floor(place / length * GRID), 0, GRID - 1);
  }

  /**
   * The box around the covered squares that hang together with one, which are no longer covered.
   */
  private BoundingBox takeFrom(int start) {
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    covered[start] = false;
    int minColumn = GRID;
    int minRow = GRID;
    int maxColumn = 0;
    int maxRow = 0;
    while (!open.isEmpty()) {
      int square = open.pop();
      int column = square % GRID;
      int row = square / GRID;
      minColumn = Math.min(minColumn, column);
      maxColumn = Math.max(maxColumn, column);
      minRow = Math.min(minRow, row);
      maxRow = Math.max(maxRow, row);
      take(column - 1, row, open);
      take(column + 1, row, open);
      take(column, row - 1, open);
      take(column, row + 1, open);
    }
    double width = page.width() / GRID;
    double height = page.height() / GRID;
    return new BoundingBox(
        minColumn * width,
        minRow * height,
        (maxColumn + 1 - minColumn) * width,
        (maxRow + 1 - minRow) * height);
  }

  private void take(int column, int row, Deque<Integer> open) {
    if (column >= 0 && column < GRID && row >= 0 && row < GRID && covered[row * GRID + column]) {
      covered[row * GRID + column] = false;
      open.push(row * GRID + column);
    }
  }

  private boolean isWorthReading(BoundingBox region) {
    double share = region.width() * region.height() / (page.width() * page.height());
    long characters =
        page.runs().stream()
            .filter(run -> !run.isBlank() && holdsMiddle(region, run))
            .mapToLong(run -> run.text().length())
            .sum();
    return share >= LEAST_SHARE
        && region.width() >= LEAST_WIDTH
        && region.height() >= LEAST_HEIGHT
        && characters < Math.max(LEAST_CHARACTERS, CHARACTERS_OF_TEXT * share);
  }

  private static boolean holdsMiddle(BoundingBox region, GlyphRun run) {
    BoundingBox box = run.box();
    double x = box.left() + box.width() / 2;
    double y = box.top() + box.height() / 2;
    return x >= region.left() && x <= region.right() && y >= region.top() && y <= region.bottom();
  }
}
