package confidant.ingest.page;

/**
 * A straight line drawn level or plumb, such as those of tables; thin filled boxes count.
 *
 * @param x1 left end, in points from the page's left edge
 * @param y1 upper end, in points from the page's top edge
 * @param x2 right end, at least {@code x1}
 * @param y2 lower end, at least {@code y1}
 */
public record RuleLine(double x1, double y1, double x2, double y2) {

  public boolean isLevel() {
    return x2 - x1 >= y2 - y1;
  }
}
