package confidant.ui.paper;

import confidant.ui.documents.DocumentViewModel;
import confidant.ui.documents.DocumentsViewModel;
import confidant.ui.port.PaperPort;
import confidant.ui.port.PaperPort.PageSize;
import confidant.ui.port.PaperPort.Place;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The paper that is looked at. */
public final class PaperViewModel {
  private final PaperPort port;
  private final DocumentsViewModel documents;
  private final Executor executor;
  private final ReadOnlyStringWrapper documentId = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ObservableList<PageViewModel> pages = FXCollections.observableArrayList();
  private final ObservableList<PageViewModel> readOnlyPages =
      FXCollections.unmodifiableObservableList(pages);
  private final ReadOnlyIntegerWrapper currentPage = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<Optional<Place>> target =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BooleanProperty listShown = new SimpleBooleanProperty();
  private final PageZoom zoom = new PageZoom();
  private final WordSelection selection = new WordSelection(pages);
  private final PlacesViewModel figure = new PlacesViewModel(this::goTo);
  private final FindViewModel find;

  public PaperViewModel(PaperPort port, DocumentsViewModel documents, Executor executor) {
    this.port = port;
    this.documents = documents;
    this.executor = executor;
    find = new FindViewModel(port, executor, this::goTo);
    ListChangeListener<DocumentViewModel> closeIfRemoved =
        _ -> {
          if (open.get() && find(documentId.get()).isEmpty()) {
            close();
          }
        };
    documents.documents().addListener(closeIfRemoved);
  }

  private Optional<DocumentViewModel> find(String id) {
    return documents.documents().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Opens a paper that was read at its first page; nothing happens if it is open. */
  public void open(String id) {
    if (!id.equals(documentId.get())) {
      figure.set(List.of());
      target.set(Optional.empty());
      load(id);
    }
  }

  /** Opens a paper where it says what an answer speaks of; several places are stepped through. */
  public void show(List<Place> places) {
    figure.set(places);
  }

  public void close() {
    documentId.set("");
    open.set(false);
    setPages(List.of());
    figure.set(List.of());
    find.close();
    target.set(Optional.empty());
  }

  private void goTo(Place place) {
    if (!place.documentId().equals(documentId.get())) {
      load(place.documentId());
    }
    // The same place may be asked for once more, when one has scrolled away from it.
    target.set(Optional.empty());
    target.set(Optional.of(place));
  }

  private void load(String id) {
    Optional<DocumentViewModel> document = find(id);
    if (document.isEmpty()) {
      return;
    }
    documentId.set(id);
    name.set(document.get().nameProperty().get());
    open.set(true);
    setPages(List.of());
    zoom.upright();
    find.setDocument(id);
    port.pages(id, sizes -> executor.execute(() -> loaded(id, sizes)));
  }

  private void loaded(String id, List<PageSize> sizes) {
    if (id.equals(documentId.get())) {
      setPages(sizes);
      Optional<Place> wanted = target.get();
      target.set(Optional.empty());
      target.set(wanted);
    }
  }

  private void setPages(List<PageSize> sizes) {
    selection.clear();
    pages.forEach(PageViewModel::hide);
    PageViewModel[] models = new PageViewModel[sizes.size()];
    for (int i = 0; i < models.length; i++) {
      models[i] = new PageViewModel(port, executor, documentId.get(), i + 1, sizes.get(i));
    }
    pages.setAll(models);
    zoom.setPages(sizes);
    currentPage.set(Math.min(1, models.length));
  }

  /** Tells which page is looked at, as the person scrolls. */
  public void setCurrentPage(int number) {
    currentPage.set(number);
  }

  /** Goes to a page; to the nearest one if there is none of that number. */
  public void goToPage(int number) {
    if (!pages.isEmpty()) {
      int page = Math.clamp(number, 1, pages.size());
      goTo(new Place(documentId.get(), page, List.of()));
    }
  }

  /** Whether a paper is looked at. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** The paper that is looked at; empty if none is. */
  public ReadOnlyStringProperty documentIdProperty() {
    return documentId.getReadOnlyProperty();
  }

  /** Its file name. */
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  public ObservableList<PageViewModel> pages() {
    return readOnlyPages;
  }

  /** The page that is looked at, from 1; 0 while there is none. */
  public ReadOnlyIntegerProperty currentPageProperty() {
    return currentPage.getReadOnlyProperty();
  }

  /** What is to be brought into sight. */
  public ReadOnlyObjectProperty<Optional<Place>> targetProperty() {
    return target.getReadOnlyProperty();
  }

  /** Whether the list of pages is shown. */
  public BooleanProperty listShownProperty() {
    return listShown;
  }

  public PageZoom zoom() {
    return zoom;
  }

  public WordSelection selection() {
    return selection;
  }

  /** The places of the figure of an answer that one looks at. */
  public PlacesViewModel figure() {
    return figure;
  }

  public FindViewModel find() {
    return find;
  }
}
