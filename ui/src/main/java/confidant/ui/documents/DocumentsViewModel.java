package confidant.ui.documents;

import confidant.ui.common.Batches;
import confidant.ui.documents.DocumentViewModel.State;
import confidant.ui.port.DocumentEvent;
import confidant.ui.port.DocumentPort;
import confidant.ui.port.PaperKind;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The papers of the conversation, in the order they came. */
public final class DocumentsViewModel {
  private final DocumentPort port;
  private final PasswordViewModel password;
  private final Executor executor;
  private final ObservableList<DocumentViewModel> documents =
      FXCollections.observableArrayList(
          document ->
              new Observable[] {
                document.stateProperty(), document.tokensProperty(), document.kindProperty()
              });
  private final ObservableList<DocumentViewModel> readOnly =
      FXCollections.unmodifiableObservableList(documents);
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper anyReady = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper medical = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper tokens = new ReadOnlyIntegerWrapper();

  /** Papers that are gone, whose late events mean nothing. */
  private final Set<String> removed = new HashSet<>();

  public DocumentsViewModel(DocumentPort port, Executor executor) {
    this.port = port;
    this.password = new PasswordViewModel(port);
    this.executor = executor;
    reading.bind(
        Bindings.createBooleanBinding(
            () -> documents.stream().anyMatch(DocumentViewModel::isUnfinished), documents));
    anyReady.bind(Bindings.createBooleanBinding(() -> !readyIds().isEmpty(), documents));
    medical.bind(
        Bindings.createBooleanBinding(
            () -> documents.stream().anyMatch(DocumentViewModel::isMedical), documents));
    tokens.bind(
        Bindings.createIntegerBinding(
            () -> documents.stream().mapToInt(d -> d.tokensProperty().get()).sum(), documents));
  }

  /** Reads files. */
  public void add(List<Path> files) {
    if (!files.isEmpty()) {
      port.add(files, listener());
    }
  }

  /** Reads the sample of a kind. */
  public void addSample(PaperKind kind) {
    port.addSample(kind, listener());
  }

  private Batches<DocumentEvent> listener() {
    return new Batches<>(executor, events -> events.forEach(this::apply));
  }

  /** Forgets a paper. */
  public void remove(DocumentViewModel document) {
    if (documents.remove(document)) {
      removed.add(document.id());
      password.forget(document);
      port.remove(document.id());
    }
  }

  /** Forgets the papers that are not read yet. */
  public void stopReading() {
    documents.stream().filter(DocumentViewModel::isUnfinished).toList().forEach(this::remove);
  }

  /** The papers a question can be about, in order. */
  public List<String> readyIds() {
    return documents.stream()
        .filter(document -> document.stateProperty().get() == State.READY)
        .map(DocumentViewModel::id)
        .toList();
  }

  private void apply(DocumentEvent event) {
    if (event instanceof DocumentEvent.Queued) {
      removed.remove(event.documentId());
    }
    if (!removed.contains(event.documentId())) {
      DocumentViewModel document =
          find(event.documentId()).orElseGet(() -> append(event.documentId()));
      document.apply(event);
      if (event instanceof DocumentEvent.PasswordNeeded) {
        password.ask(document);
      }
    }
  }

  private Optional<DocumentViewModel> find(String id) {
    return documents.stream().filter(document -> document.id().equals(id)).findFirst();
  }

  private DocumentViewModel append(String id) {
    DocumentViewModel document = new DocumentViewModel(id);
    documents.add(document);
    return document;
  }

  /** The question for the passwords of papers. */
  public PasswordViewModel password() {
    return password;
  }

  public ObservableList<DocumentViewModel> documents() {
    return readOnly;
  }

  /** Whether a paper is being read or waits for that. */
  public ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Whether a question can be about a paper. */
  public ReadOnlyBooleanProperty anyReadyProperty() {
    return anyReady.getReadOnlyProperty();
  }

  /** Whether one of the papers is about somebody's health. */
  public ReadOnlyBooleanProperty medicalProperty() {
    return medical.getReadOnlyProperty();
  }

  /** What all papers together take of the context. */
  public ReadOnlyIntegerProperty tokensProperty() {
    return tokens.getReadOnlyProperty();
  }
}
