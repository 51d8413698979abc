package confidant.ui.paper;

import atlantafx.base.theme.Styles;
import confidant.ui.common.Buttons;
import confidant.ui.common.Icon;
import confidant.ui.common.Texts;
import confidant.ui.paper.PageZoom.Fit;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The name of the paper, where one is in it, and how it is shown. */
final class PaperBar extends VBox {
  private final PaperViewModel paper;
  private final Texts texts;

  PaperBar(PaperViewModel paper, Texts texts) {
    this.paper = paper;
    this.texts = texts;
    getStyleClass().add("paper-bar");
    getChildren().addAll(title(), tools());
  }

  private HBox title() {
    Label name = new Label();
    name.setId("paper-name");
    name.getStyleClass().add("paper-name");
    name.textProperty().bind(paper.nameProperty());
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(paper.nameProperty());
    name.setTooltip(whole);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    Button close = Buttons.icon(Icon.CLOSE, texts.get("paper.close"), paper::close);
    close.setId("paper-close");
    return row(name, button("paper-find", Icon.FIND, paper.find()::show), close);
  }

  private HBox tools() {
    ToggleButton list = new ToggleButton(null, Icon.PAGES.draw());
    list.setId("paper-list");
    list.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    list.setAccessibleText(texts.get("paper.page-list"));
    list.setTooltip(new Tooltip(texts.get("paper.page-list")));
    list.selectedProperty().bindBidirectional(paper.listShownProperty());
    Label percent = new Label();
    percent.setId("paper-zoom");
    percent.getStyleClass().add("paper-zoom");
    percent.setMinWidth(Region.USE_PREF_SIZE);
    percent
        .textProperty()
        .bind(
            paper
                .zoom()
                .scaleProperty()
                .map(
                    scale ->
                        texts.get(
                            "paper.percent", Math.round(PageZoom.percent(scale.doubleValue())))));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    PageZoom zoom = paper.zoom();
    return row(
        list,
        pageField(),
        pageCount(),
        space,
        button("paper-out", Icon.MINUS, zoom::out),
        percent,
        button("paper-in", Icon.PLUS, zoom::in),
        button("paper-fit-width", Icon.FIT_WIDTH, () -> zoom.fit(Fit.WIDTH)),
        button("paper-fit-page", Icon.FIT_PAGE, () -> zoom.fit(Fit.PAGE)),
        button("paper-turn", Icon.TURN, zoom::turn));
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(nodes);
    row.getStyleClass().add("paper-tools");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** The words are under the id, with a point instead of the first hyphen. */
  private Button button(String id, Icon icon, Runnable action) {
    Button button = Buttons.icon(icon, texts.get(id.replaceFirst("-", ".")), action);
    button.setId(id);
    return button;
  }

  private TextField pageField() {
    TextField field = new TextField();
    field.setId("paper-page");
    field.getStyleClass().addAll(Styles.SMALL, "paper-page");
    field.setAccessibleText(texts.get("paper.go-to"));
    field.setTooltip(new Tooltip(texts.get("paper.go-to")));
    Runnable show =
        () -> field.setText(texts.get("paper.number", paper.currentPageProperty().get()));
    paper.currentPageProperty().subscribe(_ -> show.run());
    field.focusedProperty().subscribe((_, _) -> show.run());
    field.setOnAction(
        _ -> {
          String digits = field.getText().replaceAll("\\D", "");
          if (!digits.isEmpty() && digits.length() <= 6) {
            paper.goToPage(Integer.parseInt(digits));
          }
          show.run();
        });
    return field;
  }

  private Label pageCount() {
    Label count = new Label();
    count.setId("paper-pages");
    count.setMinWidth(Region.USE_PREF_SIZE);
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("paper.of-pages", paper.pages().size()), paper.pages()));
    return count;
  }
}
