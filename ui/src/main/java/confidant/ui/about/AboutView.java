package confidant.ui.about;

import atlantafx.base.theme.Styles;
import confidant.ui.common.Buttons;
import confidant.ui.common.Icon;
import confidant.ui.common.Texts;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The About box, in the middle of the window and above all else; Escape closes it. */
public final class AboutView extends StackPane {
  private final AboutViewModel about;
  private final GridPane grid = new GridPane();
  private final Button close;

  public AboutView(AboutViewModel about, Texts texts) {
    this.about = about;
    setId("about");
    getStyleClass().add("veil");
    close = Buttons.icon(Icon.CLOSE, texts.get("about.close"), about::close);
    close.setId("about-close");
    Label title = new Label(texts.get("about.title"));
    title.getStyleClass().add("about-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(title, space, close);
    head.setAlignment(Pos.CENTER_LEFT);
    Label promise = new Label(texts.get("about.promise"));
    promise.setWrapText(true);
    grid.getStyleClass().add("about-facts");
    Button copy = Buttons.labelled(Icon.COPY, texts.get("about.copy"), this::copy);
    copy.setId("about-copy");
    copy.getStyleClass().add(Styles.SMALL);
    VBox box = new VBox(head, promise, grid, copy);
    box.getStyleClass().addAll("overlay-box", "about-box");
    box.setMaxHeight(USE_PREF_SIZE);
    getChildren().add(box);

    about.facts().addListener((ListChangeListener<AboutViewModel.Fact>) _ -> fill());
    visibleProperty().bind(about.openProperty());
    managedProperty().bind(about.openProperty());
    about.openProperty().subscribe(open -> focus(open));
    addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
  }

  private void focus(boolean open) {
    if (open) {
      close.requestFocus();
    }
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      about.close();
      event.consume();
    }
  }

  private void fill() {
    grid.getChildren().clear();
    for (AboutViewModel.Fact fact : about.facts()) {
      Label name = new Label(fact.name());
      name.getStyleClass().add("about-name");
      name.setMinWidth(USE_PREF_SIZE);
      Label value = new Label(fact.value());
      value.setId("about-" + fact.key());
      value.setWrapText(true);
      value.setMinHeight(USE_PREF_SIZE);
      name.setLabelFor(value);
      grid.addRow(grid.getRowCount(), name, value);
    }
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(about.asText());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
