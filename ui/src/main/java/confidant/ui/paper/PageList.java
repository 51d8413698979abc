package confidant.ui.paper;

import confidant.ui.common.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/** The pages in small, to go to. */
final class PageList extends ListView<PageViewModel> {
  private static final double WIDTH = 132;
  private static final double PICTURE_WIDTH = 84;
  private static final double MOST_HEIGHT = 140;

  private final PaperViewModel paper;
  private final Texts texts;

  /** Whether the selection follows the pages instead of leading them. */
  private boolean following;

  PageList(PaperViewModel paper, Texts texts) {
    super(paper.pages());
    this.paper = paper;
    this.texts = texts;
    setId("page-list");
    getStyleClass().add("page-list");
    setAccessibleText(texts.get("paper.page-list"));
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    setCellFactory(_ -> new Cell());
    paper.currentPageProperty().subscribe(this::follow);
    getSelectionModel().selectedIndexProperty().subscribe((_, now) -> lead(now.intValue()));
  }

  private void follow() {
    following = true;
    int index = paper.currentPageProperty().get() - 1;
    if (index < 0) {
      getSelectionModel().clearSelection();
    } else {
      getSelectionModel().select(index);
      scrollTo(Math.max(0, index - 1));
    }
    following = false;
  }

  private void lead(int index) {
    if (!following && index >= 0) {
      paper.goToPage(index + 1);
    }
  }

  private final class Cell extends ListCell<PageViewModel> {
    private final ImageView picture = new ImageView();
    private final StackPane frame = new StackPane(picture);
    private Subscription subscription = Subscription.EMPTY;

    Cell() {
      frame.getStyleClass().add("page-small");
      setContentDisplay(ContentDisplay.TOP);
      setAlignment(Pos.CENTER);
      picture.setPreserveRatio(true);
      picture.setFitWidth(PICTURE_WIDTH);
      picture.setFitHeight(MOST_HEIGHT);
    }

    @Override
    protected void updateItem(PageViewModel page, boolean empty) {
      super.updateItem(page, empty);
      subscription.unsubscribe();
      subscription = Subscription.EMPTY;
      picture.setImage(null);
      if (empty || page == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      double scale =
          Math.min(PICTURE_WIDTH / page.size().width(), MOST_HEIGHT / page.size().height());
      frame.setMinSize(page.size().width() * scale, page.size().height() * scale);
      frame.setMaxSize(page.size().width() * scale, page.size().height() * scale);
      setText(String.valueOf(page.number()));
      setAccessibleText(texts.get("paper.page", page.number()));
      setGraphic(frame);
      page.showThumbnail();
      subscription = page.thumbnailProperty().subscribe(png -> show(page, png));
    }

    private void show(PageViewModel page, Optional<byte[]> png) {
      png.ifPresent(
          bytes ->
              PageView.decode(
                  bytes,
                  image -> {
                    if (page.equals(getItem())) {
                      picture.setImage(image);
                    }
                  }));
    }
  }
}
