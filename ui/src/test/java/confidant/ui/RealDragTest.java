package confidant.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import confidant.ui.port.DocumentEvent;
import confidant.ui.xdnd.DragSource;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another program's files dropped on the window through the window system. */
@Tag("xvfb")
class RealDragTest {
  @TempDir private Path folder;

  @Test
  @Timeout(120)
  void takesTheFilesOfAnotherProgram() throws Exception {
    Path payslip = Files.writeString(folder.resolve("pay slip – März.pdf"), "%PDF-1.7");
    Path letter = Files.writeString(folder.resolve("letter.pdf"), "%PDF-1.7");
    try (WindowFixture window = new WindowFixture()) {
      assertEquals(0, drag(window.node("question"), payslip, letter), "taken");
      window.await(() -> window.papers.added.equals(List.of(payslip, letter)));
      window.await(() -> ((Pane) window.node("documents")).getChildren().size() == 2);
      assertFalse(window.isShown("drop-hint"));
      window.papers.send(
          new DocumentEvent.Ready("d1", "pay slip – März.pdf", 1, 10, List.of()),
          new DocumentEvent.Ready("d2", "letter.pdf", 1, 10, List.of()));
      window.await(() -> !window.node("summarise").isDisabled());
      window.clickOn("#summarise");
      window.await(() -> window.chat.questions.size() == 1);
      Screenshots.take(window, "xvfb-dropped");
    }
  }

  /** Runs the other program; its exit status says what became of the drop. */
  private static int drag(Node target, Path... files) throws Exception {
    Bounds screen = WindowFixture.on(() -> target.localToScreen(target.getLayoutBounds()));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                modulePath(),
                "--add-modules=javafx.controls",
                "--enable-native-access=javafx.graphics",
                "--class-path",
                classPath(),
                DragSource.class.getName(),
                String.valueOf((int) screen.getCenterX()),
                String.valueOf((int) screen.getCenterY())));
    Stream.of(files).map(Path::toString).forEach(command::add);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static String modulePath() {
    return ModuleLayer.boot().configuration().modules().stream()
        .filter(module -> module.name().startsWith("javafx."))
        .map(module -> Path.of(module.reference().location().orElseThrow()).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The folder of the test classes. */
  private static String classPath() throws URISyntaxException {
    URL file = Objects.requireNonNull(DragSource.class.getResource("DragSource.class"));
    int depth = DragSource.class.getName().split("\\.").length;
    Path folder = Path.of(file.toURI());
    for (int i = 0; i < depth; i++) {
      folder = folder.getParent();
    }
    return folder.toString();
  }
}
