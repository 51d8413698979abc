package confidant.ui.common;

import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/** Keeps nodes in step with what they show. */
public final class Children {
  private Children() {}

  /** From now on {@code children} has one node for each of {@code items}, in the same order. */
  public static <T> void follow(
      ObservableList<T> items, ObservableList<Node> children, Function<T, Node> view) {
    children.setAll(items.stream().map(view).toList());
    ListChangeListener<T> listener =
        change -> {
          while (change.next()) {
            // Updates of items are their own views' business.
            if (change.wasAdded() || change.wasRemoved()) {
              int from = change.getFrom();
              children.remove(from, from + change.getRemovedSize());
              List<? extends T> added = change.getAddedSubList();
              children.addAll(from, added.stream().map(view).toList());
            }
          }
        };
    items.addListener(listener);
  }
}
