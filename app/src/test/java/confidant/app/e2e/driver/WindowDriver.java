package confidant.app.e2e.driver;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javax.imageio.ImageIO;

/**
 * The hand and the eye of the window's end-to-end tests: an agent in the process of the real
 * program. It waits for papers, presses Summarise, waits for the answer's end, takes pictures,
 * writes what it saw to files and closes the window.
 */
public final class WindowDriver {
  private static final long PATIENCE_NANOS = 90_000_000_000L;
  private static final long POLL_MILLIS = 50;

  /** Time for the window to draw what it was told. */
  private static final long SETTLE_MILLIS = 500;

  private final Path folder;

  private WindowDriver(Path folder) {
    this.folder = folder;
  }

  /**
   * Starts beside the program.
   *
   * @param folder for pictures and for what was seen
   */
  public static void premain(String folder) {
    Thread driver = new Thread(new WindowDriver(Path.of(folder))::run, "window-driver");
    driver.setDaemon(true);
    driver.start();
  }

  private void run() {
    try {
      drive();
    } catch (IOException | InterruptedException | RuntimeException | ExecutionException e) {
      try {
        write("failure", e.toString());
      } catch (IOException unwritable) {
        e.addSuppressed(unwritable);
      }
    }
  }

  private void drive() throws IOException, InterruptedException, ExecutionException {
    await("a window", () -> !Window.getWindows().isEmpty() && find("summarise") != null);
    Thread.sleep(SETTLE_MILLIS);
    Bounds target = on(() -> find("question").localToScreen(find("question").getLayoutBounds()));
    write("drop-point", (int) target.getCenterX() + " " + (int) target.getCenterY());
    await("papers", () -> !find("summarise").isDisabled());
    picture("papers");
    on(
        () -> {
          ((Button) find("summarise")).fire();
          return true;
        });
    await("an answer", () -> find("copy-1") != null && find("copy-1").isVisible());
    picture("answer");
    write("status", on(() -> ((Label) find("status-1")).getText()));
    write("answer", on(() -> words(find("answer-1"))));
    on(
        () -> {
          Window window = window();
          Event.fireEvent(window, new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
          return true;
        });
  }

  private static Window window() {
    return Window.getWindows().getFirst();
  }

  private static Node find(String id) {
    return window().getScene().lookup("#" + id);
  }

  private static String words(Node node) {
    return node.lookupAll(".text").stream()
        .filter(Text.class::isInstance)
        .map(text -> ((Text) text).getText())
        .collect(Collectors.joining(" "));
  }

  private static <T> T on(Callable<T> task) throws InterruptedException, ExecutionException {
    FutureTask<T> future = new FutureTask<>(task);
    Platform.runLater(future);
    return future.get();
  }

  private static void await(String what, Callable<Boolean> condition)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    while (!holds(condition)) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IllegalStateException("no " + what + " in time");
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static boolean holds(Callable<Boolean> condition)
      throws InterruptedException, ExecutionException {
    try {
      return on(condition);
    } catch (IllegalStateException e) {
      return false; // the toolkit is not up yet
    }
  }

  private void picture(String name) throws IOException, InterruptedException, ExecutionException {
    Thread.sleep(SETTLE_MILLIS);
    BufferedImage picture = on(WindowDriver::snapshot);
    ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
  }

  private static BufferedImage snapshot() {
    Scene scene = window().getScene();
    WritableImage image = scene.snapshot(null);
    PixelReader pixels = image.getPixelReader();
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    return picture;
  }

  /** Whoever waits for the file sees it whole or not at all. */
  private void write(String name, String text) throws IOException {
    Path temporary = Files.writeString(folder.resolve(name + ".tmp"), text);
    Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
