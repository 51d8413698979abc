package confidant.ui.paper;

import confidant.ui.port.PaperPort;
import confidant.ui.port.PaperPort.Place;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Looks for words in the paper that is open, as they are typed. */
public final class FindViewModel {
  private final PaperPort port;
  private final Executor executor;
  private final StringProperty words = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final PlacesViewModel hits;
  private String documentId = "";

  /** Counts searches: only what the last one found is shown. */
  private int searches;

  FindViewModel(PaperPort port, Executor executor, Consumer<Place> show) {
    this.port = port;
    this.executor = executor;
    hits = new PlacesViewModel(show);
    words.subscribe((_, _) -> search());
  }

  void setDocument(String id) {
    documentId = id;
    search();
  }

  public void show() {
    open.set(true);
    search();
  }

  public void close() {
    open.set(false);
    search();
  }

  private void search() {
    int search = ++searches;
    if (!open.get() || documentId.isEmpty() || words.get().isBlank()) {
      hits.set(List.of());
      return;
    }
    port.find(documentId, words.get(), found -> executor.execute(() -> finish(search, found)));
  }

  private void finish(int search, List<Place> found) {
    if (search == searches) {
      hits.set(found);
    }
  }

  /** What is looked for. */
  public StringProperty wordsProperty() {
    return words;
  }

  /** Whether one looks for something. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Where it stands. */
  public PlacesViewModel hits() {
    return hits;
  }
}
