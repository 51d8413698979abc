package confidant.ui.paper;

import confidant.ui.port.PaperPort.PageSize;
import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How large pages are shown, and how they are turned. */
public final class PageZoom {

  /** Pixels per point at 100 %: 96 to the inch. */
  static final double NATURAL = 96 / 72.0;

  private static final double LEAST = 0.1 * NATURAL;
  private static final double MOST = 5 * NATURAL;
  private static final double FACTOR = 1.25;

  /** What decides how large pages are. */
  public enum Fit {
    /** The widest page is as wide as the pane. */
    WIDTH,
    /** A page is seen as a whole. */
    PAGE,
    /** The person. */
    FREE
  }

  private final ReadOnlyObjectWrapper<Fit> fit = new ReadOnlyObjectWrapper<>(Fit.WIDTH);
  private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(NATURAL);
  private final ReadOnlyIntegerWrapper quarters = new ReadOnlyIntegerWrapper();
  private List<PageSize> pages = List.of();
  private double paneWidth;
  private double paneHeight;

  void setPages(List<PageSize> sizes) {
    pages = List.copyOf(sizes);
    apply();
  }

  /** Tells how much room there is for pages, in pixels. */
  public void setRoom(double width, double height) {
    paneWidth = width;
    paneHeight = height;
    apply();
  }

  /** Fits pages from now on. */
  public void fit(Fit wanted) {
    fit.set(wanted);
    apply();
  }

  public void in() {
    zoom(scale.get() * FACTOR);
  }

  public void out() {
    zoom(scale.get() / FACTOR);
  }

  /** Shows pages as large as they are. */
  public void natural() {
    zoom(NATURAL);
  }

  private void zoom(double wanted) {
    fit.set(Fit.FREE);
    scale.set(Math.clamp(wanted, LEAST, MOST));
  }

  /** Turns the pages by a quarter, clockwise. */
  public void turn() {
    quarters.set((quarters.get() + 1) % 4);
    apply();
  }

  /** The pages as they stand in their file. */
  void upright() {
    quarters.set(0);
  }

  private void apply() {
    double width = pages.stream().mapToDouble(this::shownWidth).max().orElse(0);
    double height = pages.stream().mapToDouble(this::shownHeight).max().orElse(0);
    if (width <= 0 || height <= 0 || paneWidth <= 0 || paneHeight <= 0) {
      return;
    }
    switch (fit.get()) {
      case WIDTH -> scale.set(Math.clamp(paneWidth / width, LEAST, MOST));
      case PAGE ->
          scale.set(Math.clamp(Math.min(paneWidth / width, paneHeight / height), LEAST, MOST));
      case FREE -> {
        // Stays as the person chose.
      }
    }
  }

  private boolean isAcross() {
    return quarters.get() % 2 == 1;
  }

  private double shownWidth(PageSize page) {
    return isAcross() ? page.height() : page.width();
  }

  private double shownHeight(PageSize page) {
    return isAcross() ? page.width() : page.height();
  }

  /** What decides how large pages are. */
  public ReadOnlyObjectProperty<Fit> fitProperty() {
    return fit.getReadOnlyProperty();
  }

  /** Pixels per point. */
  public ReadOnlyDoubleProperty scaleProperty() {
    return scale.getReadOnlyProperty();
  }

  /** How far pages are turned clockwise, in quarters from 0 to 3. */
  public ReadOnlyIntegerProperty quartersProperty() {
    return quarters.getReadOnlyProperty();
  }

  /** Share of the natural size, in percent. */
  public static double percent(double scale) {
    return 100 * scale / NATURAL;
  }
}
