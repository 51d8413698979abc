package confidant.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Shows and hides nodes so that a hidden one takes no room. */
public final class Shown {
  private Shown() {}

  /** Shows {@code node} exactly while {@code condition} holds. */
  public static <N extends Node> N when(ObservableValue<Boolean> condition, N node) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
    return node;
  }
}
