package confidant.ingest.overlay;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Finds places for words beside what they name, so that they hide neither text nor each other. */
final class Tags {

  /** More is no page that a person reads tags on. */
  private static final int MOST = 5000;

  private static final double GAP = 2;

  private final Rectangle2D page;
  private final List<Rectangle2D> taken = new ArrayList<>();

  Tags(Rectangle2D page) {
    this.page = page;
  }

  void keepClear(Rectangle2D place) {
    if (taken.size() < MOST) {
      taken.add(place);
    }
  }

  /** A place beside {@code named}: the first free one, above if there is none. */
  Rectangle2D place(Rectangle2D named, double width, double height) {
    double above = named.getY() - height - 1;
    double middle = named.getCenterY() - height / 2;
    double alignedRight = named.getMaxX() - width;
    List<Rectangle2D> places =
        List.of(
            new Rectangle2D.Double(named.getX(), above, width, height),
            new Rectangle2D.Double(alignedRight, above, width, height),
            new Rectangle2D.Double(named.getMaxX() + GAP, middle, width, height),
            new Rectangle2D.Double(named.getX() - GAP - width, middle, width, height),
            new Rectangle2D.Double(named.getX(), named.getMaxY() + 1, width, height),
            new Rectangle2D.Double(alignedRight, named.getMaxY() + 1, width, height));
    Rectangle2D chosen =
        places.stream().filter(this::isFree).findFirst().orElseGet(() -> inside(places.getFirst()));
    keepClear(chosen);
    return chosen;
  }

  private boolean isFree(Rectangle2D place) {
    return page.contains(place) && taken.stream().noneMatch(place::intersects);
  }

  /** Pushed onto the page. */
  private Rectangle2D inside(Rectangle2D place) {
    double x = Math.max(0, Math.min(place.getX(), page.getMaxX() - place.getWidth()));
    double y = Math.max(0, place.getY());
    return new Rectangle2D.Double(x, y, place.getWidth(), place.getHeight());
  }
}
