package confidant.ui.paper;

import confidant.ui.common.Texts;
import confidant.ui.port.PaperPort.Box;
import confidant.ui.port.PaperPort.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;

/**
 * The pages of a paper below each other. Only those in sight and next to it have nodes and
 * pictures.
 */
final class PagesView extends ScrollPane {

  /** Above a place that was gone to, this share of the height stays. */
  private static final double ABOVE_TARGET = 0.3;

  private final PaperViewModel paper;
  private final Texts texts;
  private final Pane column = new Pane();
  private final Map<Integer, PageView> shown = new HashMap<>();
  private PageStack stack = PageStack.of(List.of(), 1, 0, 0);
  private boolean arranging;

  /** What is to be brought into sight once it is known how much room there is. */
  private Optional<Place> pending = Optional.empty();

  PagesView(PaperViewModel paper, Texts texts) {
    this.paper = paper;
    this.texts = texts;
    setId("pages");
    getStyleClass().add("pages");
    setContent(column);
    // A bar that comes and goes would change the width that pages are fitted to.
    setVbarPolicy(ScrollBarPolicy.ALWAYS);
    setAccessibleText(texts.get("paper.pages"));
    InvalidationListener arrange = _ -> arrangeSoon();
    paper.zoom().scaleProperty().addListener(arrange);
    paper.zoom().quartersProperty().addListener(arrange);
    paper.pages().addListener(arrange);
    viewportBoundsProperty().subscribe(this::measure);
    vvalueProperty().subscribe(this::fill);
    paper.targetProperty().subscribe(place -> place.ifPresent(this::revealSoon));
    column.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    column.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventFilter(ScrollEvent.SCROLL, this::zoom);
  }

  /** The bounds also tell how far is scrolled, which changes nothing here. */
  private void measure(Bounds before, Bounds now) {
    if (before.getWidth() != now.getWidth() || before.getHeight() != now.getHeight()) {
      paper.zoom().setRoom(now.getWidth() - 2 * PageStack.GAP, now.getHeight() - 2 * PageStack.GAP);
      arrangeSoon();
    }
  }

  /** Not within a layout of the pane, from which most causes come. */
  private void arrangeSoon() {
    if (!arranging) {
      arranging = true;
      Platform.runLater(this::arrange);
    }
  }

  /** Places the pages anew; what is in the middle stays there. */
  private void arrange() {
    arranging = false;
    double middle = top() + viewportHeight() / 2;
    boolean known = stack.tops().length > 0 && stack.tops().length == paper.pages().size();
    int index = known ? stack.indexAt(middle) : 0;
    double share = known ? stack.share(index, middle) : 0;
    boolean another =
        shown.values().stream().anyMatch(view -> !paper.pages().contains(view.model()));
    if (another || !known) {
      removeAll();
    }
    double scale = paper.zoom().scaleProperty().get();
    int quarters = paper.zoom().quartersProperty().get();
    stack =
        PageStack.of(
            paper.pages().stream().map(PageViewModel::size).toList(),
            scale,
            quarters,
            viewportWidth());
    column.setMinSize(stack.width(), stack.height());
    column.setPrefSize(stack.width(), stack.height());
    shown.forEach((at, view) -> place(at, view, scale, quarters));
    layout();
    scrollTo(known && !another ? stack.at(index, share) - viewportHeight() / 2 : 0);
    setHvalue(0.5);
    fill();
    if (viewportHeight() > 0) {
      Optional<Place> wanted = pending;
      pending = Optional.empty();
      wanted.ifPresent(this::reveal);
    }
  }

  private void place(int index, PageView view, double scale, int quarters) {
    view.arrange(scale, quarters);
    view.relocate(Math.rint(stack.left(index)), Math.rint(stack.tops()[index]));
  }

  /** Gives nodes to the pages in sight and takes them from the others. */
  private void fill() {
    double top = top();
    if (stack.tops().length != paper.pages().size() || stack.tops().length == 0) {
      return;
    }
    double height = viewportHeight();
    int first = stack.indexAt(top - height / 2);
    int last = stack.indexAt(top + height * 1.5);
    shown
        .entrySet()
        .removeIf(
            entry -> {
              boolean gone = entry.getKey() < first || entry.getKey() > last;
              if (gone) {
                remove(entry.getValue());
              }
              return gone;
            });
    double scale = paper.zoom().scaleProperty().get();
    // The first one wanted is painted last: what is in the middle must come first.
    for (int index = last; index >= first; index--) {
      PageView view = shown.computeIfAbsent(index, this::create);
      view.model().show(scale * outputScale());
    }
    paper.setCurrentPage(stack.indexAt(top + height * ABOVE_TARGET) + 1);
  }

  private PageView create(int index) {
    PageView view = new PageView(paper.pages().get(index), paper, texts);
    view.setManaged(false);
    place(index, view, paper.zoom().scaleProperty().get(), paper.zoom().quartersProperty().get());
    column.getChildren().add(view);
    return view;
  }

  private void removeAll() {
    shown.values().forEach(this::remove);
    shown.clear();
  }

  private void remove(PageView view) {
    view.model().hide();
    view.dispose();
    column.getChildren().remove(view);
  }

  private void revealSoon(Place place) {
    Platform.runLater(() -> reveal(place));
  }

  private void reveal(Place place) {
    if (arranging || viewportHeight() <= 0) {
      pending = Optional.of(place);
      return;
    }
    int index = place.page() - 1;
    if (index < 0
        || index >= stack.tops().length
        || !place.documentId().equals(paper.documentIdProperty().get())) {
      return;
    }
    Optional<Box> box = place.boxes().stream().findFirst();
    if (box.isEmpty()) {
      scrollTo(stack.tops()[index] - PageStack.GAP);
    } else {
      Point2D point =
          PageView.shown(
              paper.pages().get(index),
              new Point2D(box.get().left(), box.get().top()),
              paper.zoom().scaleProperty().get(),
              paper.zoom().quartersProperty().get());
      scrollTo(stack.tops()[index] + point.getY() - ABOVE_TARGET * viewportHeight());
      scrollAcrossTo(stack.left(index) + point.getX() - viewportWidth() / 2);
    }
    fill();
  }

  private void press(MouseEvent event) {
    requestFocus();
    if (event.getButton() == MouseButton.PRIMARY) {
      WordSelection selection = paper.selection();
      if (event.getClickCount() == 2) {
        at(
            event,
            (view, point) ->
                selection.selectWord(view.model().number(), point.getX(), point.getY()));
      } else if (event.isShiftDown()) {
        at(
            event,
            (view, point) -> selection.extendTo(view.model().number(), point.getX(), point.getY()));
      } else {
        at(
            event,
            (view, point) -> selection.begin(view.model().number(), point.getX(), point.getY()));
      }
      event.consume();
    }
  }

  private void drag(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      at(
          event,
          (view, point) ->
              paper.selection().extendTo(view.model().number(), point.getX(), point.getY()));
      follow(event);
      event.consume();
    }
  }

  /** Scrolls along when words beyond the edge are selected. */
  private void follow(MouseEvent event) {
    double y = sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
    double beyond = y < 0 ? y : Math.max(0, y - viewportHeight());
    if (beyond != 0) {
      scrollTo(top() + beyond);
    }
  }

  /** Hands over the page under the pointer and the point on it. */
  private void at(MouseEvent event, BiConsumer<PageView, Point2D> receiver) {
    double y = column.sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
    PageView view = stack.tops().length == 0 ? null : shown.get(stack.indexAt(y));
    if (view != null) {
      receiver.accept(view, view.pointAt(event.getSceneX(), event.getSceneY()));
    }
  }

  private void zoom(ScrollEvent event) {
    if (event.isShortcutDown() && event.getDeltaY() != 0) {
      if (event.getDeltaY() > 0) {
        paper.zoom().in();
      } else {
        paper.zoom().out();
      }
      event.consume();
    }
  }

  private double outputScale() {
    return getScene() == null || getScene().getWindow() == null
        ? 1
        : getScene().getWindow().getOutputScaleX();
  }

  private double viewportWidth() {
    return getViewportBounds().getWidth();
  }

  private double viewportHeight() {
    return getViewportBounds().getHeight();
  }

  /** How much is above the viewport, in pixels. */
  private double top() {
    return getVvalue() * Math.max(0, stack.height() - viewportHeight());
  }

  private void scrollTo(double top) {
    double hidden = stack.height() - viewportHeight();
    setVvalue(hidden <= 0 ? 0 : Math.clamp(top / hidden, 0, 1));
  }

  private void scrollAcrossTo(double left) {
    double hidden = stack.width() - viewportWidth();
    setHvalue(hidden <= 0 ? 0 : Math.clamp(left / hidden, 0, 1));
  }
}
