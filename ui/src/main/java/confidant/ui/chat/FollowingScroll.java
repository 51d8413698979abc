package confidant.ui.chat;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/**
 * Keeps the end of what grows in a scroll pane in sight, until the person scrolls away from it;
 * from then on what they look at stays where it is, and following begins again when they come back
 * to the end.
 */
final class FollowingScroll {
  /** Nearer to the end than this is at the end, in pixels. */
  private static final double AT_END = 4;

  private final ScrollPane pane;
  private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);

  /** True while this class itself moves the pane. */
  private boolean adjusting;

  FollowingScroll(ScrollPane pane, Node content) {
    this.pane = pane;
    content.layoutBoundsProperty().subscribe(this::contentResized);
    pane.viewportBoundsProperty().subscribe(_ -> keepEnd());
    pane.vvalueProperty().subscribe(_ -> moved());
  }

  /** Whether the end is kept in sight. */
  ReadOnlyBooleanProperty followingProperty() {
    return following.getReadOnlyProperty();
  }

  /** Goes to the end and stays there. */
  void toEnd() {
    following.set(true);
    keepEnd();
  }

  private void moved() {
    if (!adjusting) {
      following.set((1 - pane.getVvalue()) * hidden(contentHeight()) <= AT_END);
    }
  }

  private void contentResized(Bounds before, Bounds now) {
    if (following.get()) {
      keepEnd();
    } else if (hidden(now.getHeight()) > 0) {
      double top = pane.getVvalue() * hidden(before.getHeight());
      scrollTo(Math.min(1, top / hidden(now.getHeight())));
    }
  }

  private void keepEnd() {
    if (following.get()) {
      scrollTo(1);
    }
  }

  private void scrollTo(double value) {
    adjusting = true;
    pane.setVvalue(value);
    adjusting = false;
  }

  /** How much of content of this height does not fit, in pixels. */
  private double hidden(double contentHeight) {
    return Math.max(0, contentHeight - pane.getViewportBounds().getHeight());
  }

  private double contentHeight() {
    return pane.getContent().getLayoutBounds().getHeight();
  }
}
