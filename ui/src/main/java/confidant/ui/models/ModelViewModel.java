package confidant.ui.models;

import confidant.ui.common.Batches;
import confidant.ui.common.Texts;
import confidant.ui.port.ModelPort;
import confidant.ui.port.ModelPort.ModelState;
import confidant.ui.port.ModelPort.ModelState.Worth;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The model in use, as the window shows it. */
public final class ModelViewModel {

  /** Whether the model can answer. */
  public enum State {
    LOADING,
    READY,
    FAILED,
    /** There is none, since the person wanted its memory back. */
    UNLOADED
  }

  private final ModelPort port;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper untrained = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper failureCode = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper contextTokens = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<ModelState.@Nullable Ready> inUse =
      new ReadOnlyObjectWrapper<>();

  public ModelViewModel(ModelPort port, Texts texts, Executor executor) {
    this.port = port;
    this.texts = texts;
    port.observe(new Batches<>(executor, this::apply));
    texts.localeProperty().subscribe((_, _) -> retell());
  }

  /** Loads another model. */
  public void load(Path checkpoint) {
    failure.set("");
    port.load(checkpoint);
  }

  /** The person has read why a model could not be loaded. */
  public void dismissFailure() {
    failure.set("");
  }

  private void apply(List<ModelState> states) {
    for (ModelState next : states) {
      switch (next) {
        case ModelState.Loading loading -> {
          name.set(loading.name());
          failure.set("");
          state.set(State.LOADING);
        }
        case ModelState.Ready ready -> use(ready);
        case ModelState.Failed failed -> fail(failed);
        case ModelState.Unloaded _ -> leave();
      }
    }
  }

  private void use(ModelState.Ready ready) {
    inUse.set(ready);
    name.set(ready.name());
    untrained.set(ready.worth() == Worth.NONE);
    notice.set(notice(ready.worth()));
    contextTokens.set(ready.contextTokens());
    state.set(State.READY);
  }

  private String notice(Worth worth) {
    return switch (worth) {
      case NONE -> texts.get("model.untrained");
      case SAMPLES_ONLY -> texts.get("model.demo");
      case FULL -> "";
    };
  }

  private void leave() {
    inUse.set(null);
    name.set(texts.get("model.none"));
    untrained.set(false);
    notice.set("");
    contextTokens.set(0);
    state.set(State.UNLOADED);
  }

  /** Says in another language what was said before. */
  private void retell() {
    ModelState.Ready ready = inUse.get();
    if (ready != null) {
      notice.set(notice(ready.worth()));
    } else if (state.get() == State.UNLOADED) {
      name.set(texts.get("model.none"));
    }
  }

  /** The model that was in use before goes on; the sentence stays until it is read. */
  private void fail(ModelState.Failed failed) {
    failure.set(failed.message());
    failureCode.set(failed.code());
    ModelState.Ready ready = inUse.get();
    if (ready != null) {
      use(ready);
    } else {
      name.set(failed.name());
      state.set(State.FAILED);
    }
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Of the model that is in use, being loaded or could not be loaded. */
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty untrainedProperty() {
    return untrained.getReadOnlyProperty();
  }

  /** The sentence that must stand beside the model's words; empty if none. */
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** Why the last model could not be loaded; empty if it could or the person has read it. */
  public ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Stable name of what went wrong; empty if it has none. */
  public ReadOnlyStringProperty failureCodeProperty() {
    return failureCode.getReadOnlyProperty();
  }

  /** What is in use; null if nothing is. */
  public ReadOnlyObjectProperty<ModelState.@Nullable Ready> inUseProperty() {
    return inUse.getReadOnlyProperty();
  }

  /** Size of the context; 0 while unknown. */
  public ReadOnlyIntegerProperty contextTokensProperty() {
    return contextTokens.getReadOnlyProperty();
  }
}
