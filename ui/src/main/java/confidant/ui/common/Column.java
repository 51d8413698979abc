package confidant.ui.common;

import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The column in the middle of the window, as wide as lines can be read well. */
public final class Column {
  private static final double MAX_WIDTH = 840;

  private Column() {}

  /** {@code content} in the middle of what is wider. */
  public static StackPane around(Region content) {
    content.setMaxWidth(MAX_WIDTH);
    StackPane pane = new StackPane(content);
    pane.setAlignment(Pos.TOP_CENTER);
    return pane;
  }
}
