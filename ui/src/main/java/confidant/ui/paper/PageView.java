package confidant.ui.paper;

import confidant.ui.common.Texts;
import confidant.ui.port.PaperPort.Box;
import confidant.ui.port.PaperPort.Place;
import confidant.ui.port.PaperPort.Word;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Rotate;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import javafx.util.Subscription;

/** One page: its picture and over it what is selected, found or spoken of. */
final class PageView extends Pane {

  /** Room around a place that is spoken of, in points. */
  private static final double MARGIN = 2;

  /** What a screen reader is told of a page at once, in characters. */
  private static final int MOST_SPOKEN = 4000;

  private final PageViewModel page;
  private final PaperViewModel paper;
  private final Texts texts;

  /** The page in points, upright, before it is scaled and turned. */
  private final Pane sheet = new Pane();

  private final ImageView picture = new ImageView();
  private final Pane marks = new Pane();
  private Subscription subscriptions = Subscription.EMPTY;

  PageView(PageViewModel page, PaperViewModel paper, Texts texts) {
    this.page = page;
    this.paper = paper;
    this.texts = texts;
    getStyleClass().add("page");
    setId("page-" + page.number());
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    sheet.getStyleClass().add("page-sheet");
    sheet.setManaged(false);
    sheet.resize(page.size().width(), page.size().height());
    picture.setSmooth(true);
    picture.setFitWidth(page.size().width());
    picture.setFitHeight(page.size().height());
    marks.setMouseTransparent(true);
    Label failure = new Label(texts.get("paper.unpaintable"));
    failure.getStyleClass().add("page-failure");
    failure.relocate(24, 24);
    failure.visibleProperty().bind(page.unpaintableProperty());
    sheet.getChildren().addAll(picture, marks, failure);
    getChildren().add(sheet);
    subscriptions =
        Subscription.combine(
            page.pictureProperty().subscribe(this::decode),
            page.wordsProperty().subscribe(this::speak),
            paper.selection().rangeProperty().subscribe((_, _) -> mark()),
            paper.find().hits().placesProperty().subscribe((_, _) -> mark()),
            paper.find().hits().indexProperty().subscribe((_, _) -> mark()),
            paper.figure().placesProperty().subscribe((_, _) -> mark()),
            paper.figure().indexProperty().subscribe((_, _) -> mark()));
    mark();
  }

  /** Shows it so large, turned clockwise. */
  void arrange(double scale, int quarters) {
    double width = page.size().width() * scale;
    double height = page.size().height() * scale;
    Translate back =
        switch (quarters) {
          case 1 -> new Translate(height, 0);
          case 2 -> new Translate(width, height);
          case 3 -> new Translate(0, width);
          default -> new Translate();
        };
    sheet.getTransforms().setAll(back, new Rotate(90.0 * quarters), new Scale(scale, scale));
    boolean across = quarters % 2 == 1;
    resize(across ? height : width, across ? width : height);
  }

  PageViewModel model() {
    return page;
  }

  /** A point of the scene on the page, in points. */
  Point2D pointAt(double sceneX, double sceneY) {
    return sheet.sceneToLocal(sceneX, sceneY);
  }

  /** Where a place of the page is within this view. */
  static Point2D shown(PageViewModel page, Point2D point, double scale, int quarters) {
    double x = point.getX() * scale;
    double y = point.getY() * scale;
    double width = page.size().width() * scale;
    double height = page.size().height() * scale;
    return switch (quarters) {
      case 1 -> new Point2D(height - y, x);
      case 2 -> new Point2D(width - x, height - y);
      case 3 -> new Point2D(y, width - x);
      default -> new Point2D(x, y);
    };
  }

  /** Leaves what it follows. */
  void dispose() {
    subscriptions.unsubscribe();
  }

  /** Away from the JavaFX thread: a page takes longer than a frame. */
  private void decode(Optional<byte[]> png) {
    if (png.isEmpty()) {
      picture.setImage(null);
      return;
    }
    decode(
        png.get(),
        image -> {
          if (page.pictureProperty().get().equals(png)) {
            picture.setImage(image);
          }
        });
  }

  /** Makes an image of a PNG picture and hands it over on the JavaFX thread. */
  static void decode(byte[] png, Consumer<Image> receiver) {
    Thread.ofVirtual()
        .name("page-decoding")
        .start(
            () -> {
              Image image = new Image(new ByteArrayInputStream(png));
              Platform.runLater(() -> receiver.accept(image));
            });
  }

  private void speak(List<Word> words) {
    String spoken = words.stream().map(Word::text).collect(Collectors.joining(" "));
    setAccessibleText(
        texts.get("paper.page", page.number())
            + ". "
            + spoken.substring(0, Math.min(spoken.length(), MOST_SPOKEN)));
    mark();
  }

  private void mark() {
    marks.getChildren().clear();
    paper.selection().boxes(page.number()).forEach(box -> add(box, 0, "selected-words"));
    paper.find().hits().placesProperty().get().stream()
        .filter(this::isHere)
        .forEach(place -> add(place, 0, "found-words"));
    paper
        .find()
        .hits()
        .present()
        .filter(this::isHere)
        .ifPresent(place -> add(place, 1, "present-words"));
    paper
        .figure()
        .present()
        .filter(this::isHere)
        .ifPresent(place -> add(place, MARGIN, "spoken-of"));
  }

  private boolean isHere(Place place) {
    return place.documentId().equals(page.documentId()) && place.page() == page.number();
  }

  private void add(Place place, double margin, String styleClass) {
    place.boxes().forEach(box -> add(box, margin, styleClass));
  }

  private void add(Box box, double margin, String styleClass) {
    Rectangle rectangle =
        new Rectangle(
            box.left() - margin,
            box.top() - margin,
            box.width() + 2 * margin,
            box.height() + 2 * margin);
    rectangle.getStyleClass().add(styleClass);
    marks.getChildren().add(rectangle);
  }

  /** What is marked on it, for tests. */
  List<Node> marks() {
    return List.copyOf(marks.getChildren());
  }
}
