package confidant.ui.models;

import confidant.ui.common.FileDialogs;
import confidant.ui.common.Texts;
import confidant.ui.models.ModelViewModel.State;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/** The model in use by name, whether it can answer, and the way to another. */
public final class ModelBadge extends HBox {
  private static final double DOT_RADIUS = 4;

  private final ModelsViewModel models;
  private final ModelViewModel model;
  private final Texts texts;

  public ModelBadge(ModelsViewModel models, FileDialogs dialogs, Texts texts) {
    this.models = models;
    this.model = models.model();
    this.texts = texts;
    getStyleClass().add("model");
    setAlignment(Pos.CENTER_LEFT);

    Label name = new Label();
    name.setId("model-name");
    name.textProperty().bind(model.nameProperty());
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(model.nameProperty());
    name.setTooltip(tooltip);
    Label state = new Label();
    state.setId("model-state");
    state
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    models.lookingProperty().get()
                        ? texts.get("model.looking")
                        : word(model.stateProperty().get()),
                models.lookingProperty(),
                model.stateProperty()));
    VBox words = new VBox(name, state);
    words.setAlignment(Pos.CENTER_LEFT);

    getChildren().addAll(dot(), words, chooser(dialogs));
  }

  private Circle dot() {
    Circle dot = new Circle(DOT_RADIUS);
    dot.getStyleClass().add("model-dot");
    model
        .stateProperty()
        .subscribe(
            now -> {
              for (State each : State.values()) {
                dot.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(lowerCase(each)), each == now);
              }
            });
    return dot;
  }

  private MenuButton chooser(FileDialogs dialogs) {
    MenuItem page = new MenuItem(texts.get("model.page"));
    page.setId("open-models");
    page.setOnAction(_ -> models.show());
    MenuItem file = new MenuItem(texts.get("model.file"));
    file.setId("choose-model-file");
    file.setOnAction(_ -> load(dialogs::modelFile));
    MenuItem folder = new MenuItem(texts.get("model.folder"));
    folder.setId("choose-model-folder");
    folder.setOnAction(_ -> load(dialogs::modelFolder));
    MenuItem unload = new MenuItem(texts.get("models.unload"));
    unload.setId("menu-unload");
    unload.setOnAction(_ -> models.unload());
    unload.disableProperty().bind(model.stateProperty().isNotEqualTo(State.READY));
    MenuButton chooser =
        new MenuButton(
            texts.get("model.choose"),
            null,
            page,
            new SeparatorMenuItem(),
            file,
            folder,
            new SeparatorMenuItem(),
            unload);
    chooser.setId("choose-model");
    chooser.setAccessibleText(texts.get("model.choose"));
    chooser.setMinWidth(Region.USE_PREF_SIZE);
    return chooser;
  }

  private void load(Supplier<Optional<Path>> dialog) {
    dialog.get().ifPresent(models::choose);
  }

  private String word(State state) {
    return texts.get("model." + lowerCase(state));
  }

  private static String lowerCase(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
