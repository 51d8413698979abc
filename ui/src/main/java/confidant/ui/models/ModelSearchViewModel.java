package confidant.ui.models;

import confidant.ui.common.Batches;
import confidant.ui.common.Texts;
import confidant.ui.port.ModelPort;
import confidant.ui.port.ModelPort.FindEvent;
import confidant.ui.port.ModelPort.FindEvent.Found;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Models that other programs and folders on this computer hold. */
public final class ModelSearchViewModel {

  /** How far the search is. */
  public enum State {
    NOT_BEGUN,
    SEARCHING,
    DONE,
    /** Stopped, or there was too much to look at. */
    INCOMPLETE
  }

  private final ModelPort port;
  private final Texts texts;
  private final Executor executor;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOT_BEGUN);
  private final ObservableList<FoundModel> found = FXCollections.observableArrayList();
  private final ObservableList<FoundModel> readOnly =
      FXCollections.unmodifiableObservableList(found);
  private ModelPort.@Nullable Search underWay;
  private int searches;

  ModelSearchViewModel(ModelPort port, Texts texts, Executor executor) {
    this.port = port;
    this.texts = texts;
    this.executor = executor;
  }

  /** Searches, once more if that was done before. Nothing happens while a search is under way. */
  public void start() {
    if (state.get() == State.SEARCHING) {
      return;
    }
    found.clear();
    state.set(State.SEARCHING);
    int search = ++searches;
    underWay = port.find(new Batches<>(executor, events -> apply(search, events)));
  }

  /** Ends the search; what was found stays. */
  public void stop() {
    if (state.get() == State.SEARCHING && underWay != null) {
      underWay.stop();
    }
  }

  private void apply(int search, List<FindEvent> events) {
    if (search != searches) {
      return;
    }
    for (FindEvent event : events) {
      switch (event) {
        case Found model -> add(model);
        case FindEvent.Finished(boolean complete) ->
            state.set(complete ? State.DONE : State.INCOMPLETE);
      }
    }
  }

  private void add(Found model) {
    String keeper =
        texts.get("keeper." + model.place().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    String detail = texts.get("models.found-detail", keeper, ByteText.of(model.bytes(), texts));
    FoundModel row = new FoundModel(model, detail);
    int place = Collections.binarySearch(found, row, FoundModel.ORDER);
    found.add(place < 0 ? -place - 1 : place, row);
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Those that work first. */
  public ObservableList<FoundModel> found() {
    return readOnly;
  }
}
