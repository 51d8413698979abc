package confidant.ui.models;

import confidant.ui.common.Texts;
import confidant.ui.models.ModelViewModel.State;
import confidant.ui.port.ModelPort;
import confidant.ui.port.ModelPort.Inspection;
import confidant.ui.port.ModelPort.ModelState.Ready;
import confidant.ui.port.ModelPort.Verdict;
import confidant.ui.settings.SettingsViewModel;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The page of models: what is in use and what it takes, what else there is, and the choice. Before
 * a model is loaded its need is held against the computer; only where that does not suit is the
 * person asked.
 */
public final class ModelsViewModel {

  /**
   * A model that was chosen and needs more than there is.
   *
   * @param path what would be loaded
   * @param name of the model
   * @param need and what there is
   */
  public record Doubtful(Path path, String name, ModelPort.Need need) {}

  private final ModelPort port;
  private final ModelViewModel model;
  private final SettingsViewModel settings;
  private final Executor executor;
  private final ModelSearchViewModel search;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<ModelPort.@Nullable Need> need =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Doubtful> doubtful = new ReadOnlyObjectWrapper<>();

  /** Counts choices, so that a late answer about an earlier one means nothing. */
  private int choices;

  public ModelsViewModel(
      ModelPort port,
      ModelViewModel model,
      SettingsViewModel settings,
      Texts texts,
      Executor executor) {
    this.port = port;
    this.model = model;
    this.settings = settings;
    this.executor = executor;
    this.search = new ModelSearchViewModel(port, texts, executor);
    model
        .inUseProperty()
        .subscribe(
            (_, _) -> {
              need.set(null);
              weigh();
            });
  }

  /** Opens the page and looks around on this computer, the first time by itself. */
  public void show() {
    open.set(true);
    weigh();
    if (search.stateProperty().get() == ModelSearchViewModel.State.NOT_BEGUN) {
      search.start();
    }
  }

  /** Closes the page; a search goes on no longer. */
  public void close() {
    open.set(false);
    forgetChoice();
    search.stop();
  }

  /** Loads the model at {@code path}, at once if this computer suits it. */
  public void choose(Path path) {
    forgetChoice();
    int choice = choices;
    looking.set(true);
    port.inspect(path, settings.contextTokensProperty().get(), onWindow(choice, path));
  }

  private Consumer<Inspection> onWindow(int choice, Path path) {
    return inspection ->
        executor.execute(
            () -> {
              if (choice == choices) {
                looking.set(false);
                decide(path, inspection);
              }
            });
  }

  private void decide(Path path, Inspection inspection) {
    if (inspection instanceof Inspection.Works(String name, ModelPort.Need taken)
        && taken.verdict() != Verdict.ENOUGH) {
      doubtful.set(new Doubtful(path, name, taken));
      open.set(true);
    } else {
      // One that is refused says so the same way as one that fails later.
      load(path);
    }
  }

  /** Loads the model that is doubtful all the same. */
  public void loadAnyway() {
    Doubtful chosen = doubtful.get();
    if (chosen != null) {
      load(chosen.path());
    }
  }

  /** Loads the model that is doubtful with the context that suits this computer. */
  public void loadSmaller() {
    Doubtful chosen = doubtful.get();
    if (chosen != null && chosen.need().smallerContext() > 0) {
      settings.contextTokensProperty().set(chosen.need().smallerContext());
      load(chosen.path());
    }
  }

  /** Loads nothing. */
  public void forgetChoice() {
    choices++;
    looking.set(false);
    doubtful.set(null);
  }

  private void load(Path path) {
    forgetChoice();
    open.set(false);
    search.stop();
    model.load(path);
  }

  /** Goes back to the model that the program brings along. */
  public void useIncluded() {
    forgetChoice();
    open.set(false);
    port.loadIncluded();
  }

  /** Gives the model's memory back. */
  public void unload() {
    if (model.stateProperty().get() == State.READY) {
      port.unload();
    }
  }

  /** Asks what the model in use takes, while somebody looks at it. */
  private void weigh() {
    Ready ready = model.inUseProperty().get();
    if (ready == null || ready.place().isEmpty()) {
      return;
    }
    if (open.get()) {
      port.inspect(
          ready.place().get(),
          ready.contextTokens(),
          inspection -> executor.execute(() -> weighed(ready, inspection)));
    }
  }

  private void weighed(Ready ready, Inspection inspection) {
    if (ready.equals(model.inUseProperty().get())
        && inspection instanceof Inspection.Works(_, ModelPort.Need taken)) {
      need.set(taken);
    }
  }

  /** What was found on this computer. */
  public ModelSearchViewModel search() {
    return search;
  }

  /** The model in use. */
  public ModelViewModel model() {
    return model;
  }

  /** Whether the page is open. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Whether a model that was chosen is being looked at. */
  public ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  /** What the model in use takes; null while that is unknown. */
  public ReadOnlyObjectProperty<ModelPort.@Nullable Need> needProperty() {
    return need.getReadOnlyProperty();
  }

  /** The model that needs more than there is; null if none was chosen. */
  public ReadOnlyObjectProperty<@Nullable Doubtful> doubtfulProperty() {
    return doubtful.getReadOnlyProperty();
  }
}
