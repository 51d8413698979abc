package confidant.ui;

import confidant.ui.fake.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

/** Pictures of the window as PNG files, for people to look at. */
final class Screenshots {
  private static final Path FOLDER =
      Path.of(System.getProperty("screenshots", "target/screenshots"));

  private Screenshots() {}

  /** Writes {@code name}.png. */
  static void take(WindowFixture window, String name) throws IOException {
    window.settle();
    WritableImage image = WindowFixture.on(() -> window.stage.getScene().snapshot(null));
    Files.createDirectories(FOLDER);
    PixelReader pixels = image.getPixelReader();
    Files.write(
        FOLDER.resolve(name + ".png"),
        Png.of((int) image.getWidth(), (int) image.getHeight(), pixels::getArgb));
  }
}
