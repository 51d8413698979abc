package confidant.ui.documents;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files that are dropped anywhere on a node, whatever control lies under the pointer. */
public final class DropZone {
  private final Consumer<List<Path>> receiver;
  private final ReadOnlyBooleanWrapper hovered = new ReadOnlyBooleanWrapper();

  public DropZone(Node node, Consumer<List<Path>> receiver) {
    this.receiver = receiver;
    node.addEventFilter(DragEvent.DRAG_OVER, this::over);
    node.addEventFilter(DragEvent.DRAG_DROPPED, this::drop);
    node.addEventHandler(DragEvent.DRAG_EXITED, _ -> hovered.set(false));
  }

  private void over(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      // Never MOVE: the paper stays where it is.
      event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
      hovered.set(true);
      event.consume();
    }
  }

  private void drop(DragEvent event) {
    hovered.set(false);
    if (event.getDragboard().hasFiles()) {
      List<File> files = event.getDragboard().getFiles();
      event.setDropCompleted(true);
      event.consume();
      receiver.accept(files.stream().map(File::toPath).toList());
    }
  }

  /** Whether files are held over the node. */
  public ReadOnlyBooleanProperty hoveredProperty() {
    return hovered.getReadOnlyProperty();
  }
}
