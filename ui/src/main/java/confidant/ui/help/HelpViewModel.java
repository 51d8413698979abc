package confidant.ui.help;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Whether the page of keys is open. */
public final class HelpViewModel {
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

  /** Opens the page. */
  public void show() {
    open.set(true);
  }

  /** Closes it. */
  public void close() {
    open.set(false);
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }
}
