package confidant.ui.documents;

import confidant.ui.port.DocumentEvent;
import confidant.ui.port.PaperKind;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One paper. */
public final class DocumentViewModel {

  /** How far it is. */
  public enum State {
    QUEUED,
    READING,
    READY,
    /** It waits for its password. */
    LOCKED,
    FAILED
  }

  private final String id;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.QUEUED);
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper pages = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper tokens = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<PaperKind> kind =
      new ReadOnlyObjectWrapper<>(PaperKind.OTHER);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper failureCode = new ReadOnlyStringWrapper("");

  DocumentViewModel(String id) {
    this.id = id;
  }

  void apply(DocumentEvent event) {
    switch (event) {
      case DocumentEvent.Queued queued -> {
        name.set(queued.name());
        message.set("");
        failureCode.set("");
        state.set(State.QUEUED);
      }
      case DocumentEvent.Reading reading -> {
        page.set(reading.page());
        pages.set(reading.pages());
        state.set(State.READING);
      }
      case DocumentEvent.Ready ready -> {
        name.set(ready.name());
        pages.set(ready.pages());
        tokens.set(ready.tokens());
        kind.set(ready.kind());
        message.set(String.join("\n", ready.notices()));
        state.set(State.READY);
      }
      case DocumentEvent.PasswordNeeded needed -> {
        message.set(needed.message());
        state.set(State.LOCKED);
      }
      case DocumentEvent.Failed failed -> {
        message.set(failed.message());
        failureCode.set(failed.code());
        state.set(State.FAILED);
      }
    }
  }

  boolean isUnfinished() {
    return state.get() == State.QUEUED || state.get() == State.READING;
  }

  boolean isMedical() {
    return kind.get() == PaperKind.LAB_REPORT || kind.get() == PaperKind.MEDICAL_LETTER;
  }

  /** What the ports call it. */
  public String id() {
    return id;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Its file name. */
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** The page being read, from 1. */
  public ReadOnlyIntegerProperty pageProperty() {
    return page.getReadOnlyProperty();
  }

  /** How many pages it has; 0 while unknown. */
  public ReadOnlyIntegerProperty pagesProperty() {
    return pages.getReadOnlyProperty();
  }

  /** What it takes of the context; 0 until it is read. */
  public ReadOnlyIntegerProperty tokensProperty() {
    return tokens.getReadOnlyProperty();
  }

  /** What sort of paper it is, once it is read. */
  public ReadOnlyObjectProperty<PaperKind> kindProperty() {
    return kind.getReadOnlyProperty();
  }

  /** Why it could not be read, or what of it could not; one sentence a line; empty if nothing. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Stable name of what went wrong; empty if nothing did. */
  public ReadOnlyStringProperty failureCodeProperty() {
    return failureCode.getReadOnlyProperty();
  }
}
