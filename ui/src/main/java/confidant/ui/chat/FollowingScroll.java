package confidant.ui.chat;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the end of what grows in a scroll pane in sight, until the person scrolls away from it;
 * following begins again when they come back to the end. While nobody follows, the pane itself
 * keeps what is looked at in its place.
 */
final class FollowingScroll {
  /** Nearer to the end than this is at the end, in pixels. */
  private static final double AT_END = 4;

  /**
   * The pane's own correction of its value as the content grows moves less than this, in pixels.
   */
  private static final double MOVED = 1;

  private final ScrollPane pane;
  private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
  private final Runnable keepEnd = this::keepEnd;

  /** How much of the content was above the viewport when last looked at, in pixels. */
  private double above;

  FollowingScroll(ScrollPane pane) {
    this.pane = pane;
    pane.vvalueProperty().subscribe(this::moved);
    pane.sceneProperty().subscribe(this::watch);
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

  /** After the layout and before the drawing: the end is never seen out of its place. */
  private void watch(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removePostLayoutPulseListener(keepEnd);
    }
    if (now != null) {
      now.addPostLayoutPulseListener(keepEnd);
    }
  }

  private void keepEnd() {
    if (following.get()) {
      above = hidden();
      pane.setVvalue(pane.getVmax());
    }
  }

  private void moved() {
    double aboveNow = pane.getVvalue() * hidden();
    if (Math.abs(aboveNow - above) > MOVED) {
      following.set(hidden() - aboveNow <= AT_END);
    }
    above = aboveNow;
  }

  /** How much of the content does not fit, in pixels. */
  private double hidden() {
    double height = pane.getContent().getLayoutBounds().getHeight();
    return Math.max(0, height - pane.getViewportBounds().getHeight());
  }
}
