package confidant.ui.documents;

import confidant.ui.port.DocumentPort;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Asks for the passwords of papers, one after the other; keeps none. */
public final class PasswordViewModel {
  private final DocumentPort port;
  private final Deque<DocumentViewModel> asked = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

  PasswordViewModel(DocumentPort port) {
    this.port = port;
  }

  /** Asks for the password of a paper, after those that are being asked for. */
  public void ask(DocumentViewModel document) {
    if (!asked.contains(document)) {
      asked.add(document);
      show();
    }
  }

  /** Tries a password on the paper that is asked about. */
  public void submit(String word) {
    if (!word.isEmpty() && !asked.isEmpty()) {
      DocumentViewModel document = asked.remove();
      show();
      port.unlock(document.id(), word);
    }
  }

  /** Leaves the paper locked. */
  public void cancel() {
    asked.poll();
    show();
  }

  /** Asks about a paper no more. */
  void forget(DocumentViewModel document) {
    asked.remove(document);
    show();
  }

  private void show() {
    DocumentViewModel first = asked.peek();
    name.set(first == null ? "" : first.nameProperty().get());
    message.set(first == null ? "" : first.messageProperty().get());
    open.set(first != null);
  }

  /** Whether a password is asked for. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** The file name of the paper. */
  public ReadOnlyStringProperty nameProperty() {
    return name.getReadOnlyProperty();
  }

  /** What was wrong with the last password; empty if none was tried. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }
}
