package confidant.ui.models;

import confidant.ui.common.Children;
import confidant.ui.common.FileDialogs;
import confidant.ui.common.Overlay;
import confidant.ui.common.Shown;
import confidant.ui.common.Texts;
import confidant.ui.models.ModelViewModel.State;
import confidant.ui.port.ModelPort.ModelState.Ready;
import confidant.ui.port.ModelPort.Need;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The page of models: the one in use, those that lie on this computer already, and how to get the
 * one that gives real answers.
 */
public final class ModelsView extends Overlay {
  private final ModelsViewModel models;
  private final ModelViewModel model;
  private final Texts texts;

  public ModelsView(ModelsViewModel models, FileDialogs dialogs, Texts texts) {
    super(
        "models",
        texts.get("models.title"),
        texts.get("overlay.close"),
        models.openProperty(),
        models::close);
    this.models = models;
    this.model = models.model();
    this.texts = texts;
    body()
        .getChildren()
        .addAll(
            new DoubtView(models, texts),
            section("models.in-use"),
            facts(),
            inUseButtons(),
            section("models.here"),
            searchLine(),
            found(),
            chooseButtons(dialogs),
            section("models.get"),
            words("models.get-text"),
            files(),
            words("models.get-then"));
  }

  private Label section(String key) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().add("overlay-section");
    return label;
  }

  private Label words(String key) {
    Label label = wrapped(new Label(texts.get(key)));
    label.getStyleClass().add("setting-text");
    return label;
  }

  private static Label wrapped(Label label) {
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private GridPane facts() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("about-facts");
    ObservableValue<Ready> inUse = model.inUseProperty();
    fact(grid, "name", model.nameProperty());
    fact(grid, "state", model.stateProperty().map(this::word));
    fact(grid, "place", inUse.map(ready -> ready.place().map(Object::toString).orElse("")));
    fact(grid, "context", inUse.map(ready -> texts.get("settings.tokens", ready.contextTokens())));
    fact(grid, "threads", inUse.map(ready -> texts.get("models.threads-of", ready.threads())));
    ObservableValue<Need> need = models.needProperty();
    fact(grid, "memory", need.map(taken -> NeedText.parts(taken, texts)));
    fact(grid, "free", need.map(taken -> NeedText.supply(taken, texts)));
    return grid;
  }

  /** A row that is shown while its value is known. */
  private void fact(GridPane grid, String key, ObservableValue<String> words) {
    Label name = new Label(texts.get("models." + key));
    name.getStyleClass().add("about-name");
    name.setMinWidth(USE_PREF_SIZE);
    Label value = wrapped(new Label());
    value.setId("models-" + key);
    value.textProperty().bind(words.orElse(""));
    name.setLabelFor(value);
    ObservableValue<Boolean> known = words.map(text -> !text.isEmpty()).orElse(false);
    // The grid itself does not count rows that are hidden.
    grid.addRow(grid.getChildren().size() / 2, Shown.when(known, name), Shown.when(known, value));
  }

  private String word(State state) {
    return texts.get("model." + state.name().toLowerCase(Locale.ROOT));
  }

  private Node inUseButtons() {
    Button unload = button("models.unload", "unload-model", models::unload);
    unload.disableProperty().bind(model.stateProperty().isNotEqualTo(State.READY));
    return row(unload, button("models.included", "use-included", models::useIncluded));
  }

  private Node searchLine() {
    ModelSearchViewModel search = models.search();
    Label line = wrapped(new Label());
    line.setId("search-state");
    line.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> searchWords(search), search.stateProperty(), search.found()));
    ObservableValue<Boolean> searching =
        search.stateProperty().map(state -> state == ModelSearchViewModel.State.SEARCHING);
    Button again = button("models.search-again", "search-models", search::start);
    Button stop = button("models.search-stop", "stop-search", search::stop);
    return new VBox(
        line, row(Shown.when(searching.map(yes -> !yes), again), Shown.when(searching, stop)));
  }

  private String searchWords(ModelSearchViewModel search) {
    int count = search.found().size();
    return switch (search.stateProperty().get()) {
      case NOT_BEGUN -> "";
      case SEARCHING -> texts.get("models.searching", count);
      case DONE -> texts.get("models.searched", count);
      case INCOMPLETE -> texts.get("models.search-incomplete", count);
    };
  }

  private VBox found() {
    VBox rows = new VBox();
    rows.setId("found-models");
    rows.getStyleClass().add("found-models");
    Children.follow(
        models.search().found(),
        rows.getChildren(),
        each -> new FoundModelRow(each, texts, () -> models.choose(each.path())));
    return rows;
  }

  private Node chooseButtons(FileDialogs dialogs) {
    return row(
        button("model.file", "pick-file", () -> dialogs.modelFile().ifPresent(models::choose)),
        button(
            "model.folder", "pick-folder", () -> dialogs.modelFolder().ifPresent(models::choose)));
  }

  /** Text that can be selected, to be carried to another computer. */
  private TextArea files() {
    TextArea area = new TextArea(texts.get("models.get-files"));
    area.setId("get-files");
    area.setEditable(false);
    area.setWrapText(true);
    area.setPrefRowCount(4);
    area.setAccessibleText(texts.get("models.get"));
    return area;
  }

  private Button button(String key, String id, Runnable action) {
    Button button = new Button(texts.get(key));
    button.setId(id);
    button.setAccessibleText(button.getText());
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static FlowPane row(Node... nodes) {
    FlowPane row = new FlowPane(nodes);
    row.getStyleClass().add("overlay-buttons");
    return row;
  }
}
