package confidant.ui.xdnd;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.util.Duration;

/**
 * A file manager of one window: drags files from the upper left corner of the screen to a point of
 * it, with the window system's own events, and lets go. A second process, since a program's drag
 * onto itself never passes through the window system.
 *
 * <p>Arguments: x, y (pixels of the screen), files. The exit status is 0 if the drop was taken, 1
 * if it was refused, 2 if nothing came of it in time.
 */
public final class DragSource {
  private static final double SIZE = 80;
  private static final Duration STEP = Duration.millis(40);
  private static final int STEPS = 20;
  private static final Duration PATIENCE = Duration.seconds(20);

  private final double targetX;
  private final double targetY;
  private final List<File> files;
  private final Stage stage = new Stage(StageStyle.UNDECORATED);
  private final Robot robot = new Robot();

  private DragSource(String... arguments) {
    targetX = Double.parseDouble(arguments[0]);
    targetY = Double.parseDouble(arguments[1]);
    files = Arrays.stream(arguments).skip(2).map(name -> new File(name).getAbsoluteFile()).toList();
  }

  /** Drags and ends the process. */
  public static void main(String... arguments) {
    Platform.startup(() -> new DragSource(arguments).run());
  }

  private void run() {
    Label handle = new Label("files");
    handle.setMinSize(SIZE, SIZE);
    handle.addEventHandler(MouseEvent.DRAG_DETECTED, event -> offer(handle, event));
    handle.addEventHandler(DragEvent.DRAG_DONE, event -> end(event.getTransferMode() == null));
    stage.setScene(new Scene(handle));
    stage.setX(0);
    stage.setY(0);
    stage.setAlwaysOnTop(true);
    stage.show();
    at(PATIENCE, () -> System.exit(2));
    at(STEP.multiply(10), this::drag);
  }

  private void offer(Label handle, MouseEvent event) {
    Dragboard board = handle.startDragAndDrop(TransferMode.COPY);
    ClipboardContent content = new ClipboardContent();
    content.putFiles(files);
    board.setContent(content);
    event.consume();
  }

  /** A hand moves in small steps, and rests before it lets go. */
  private void drag() {
    double startX = stage.getX() + SIZE / 2;
    double startY = stage.getY() + SIZE / 2;
    robot.mouseMove(startX, startY);
    robot.mousePress(MouseButton.PRIMARY);
    for (int i = 1; i <= STEPS; i++) {
      double done = (double) i / STEPS;
      at(
          STEP.multiply(i),
          () ->
              robot.mouseMove(
                  startX + done * (targetX - startX), startY + done * (targetY - startY)));
    }
    at(STEP.multiply(STEPS + 10), () -> robot.mouseMove(targetX + 1, targetY));
    at(STEP.multiply(STEPS + 20), () -> robot.mouseRelease(MouseButton.PRIMARY));
  }

  private static void end(boolean refused) {
    System.exit(refused ? 1 : 0);
  }

  private static void at(Duration delay, Runnable action) {
    new Timeline(new KeyFrame(delay, _ -> action.run())).play();
  }
}
