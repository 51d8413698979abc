package confidant.ui;

import confidant.ui.common.Texts;
import confidant.ui.fake.FakeAboutPort;
import confidant.ui.fake.FakeChatPort;
import confidant.ui.fake.FakeDocumentPort;
import confidant.ui.fake.FakeFileDialogs;
import confidant.ui.fake.FakeModelPort;
import confidant.ui.fake.FakePaperPort;
import confidant.ui.fake.FakeSettingsPort;
import confidant.ui.port.Effort;
import confidant.ui.port.ModelPort.ModelState;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A window on fake ports, and a person before it. */
final class WindowFixture extends FxRobot implements AutoCloseable {
  private static final int PATIENCE_S = 10;

  final FakeChatPort chat = new FakeChatPort();
  final FakeDocumentPort papers = new FakeDocumentPort();
  final FakePaperPort pages = new FakePaperPort();
  final FakeAboutPort about = new FakeAboutPort();
  final FakeModelPort model;
  final FakeSettingsPort settings;
  final Stage stage;
  final AssistantWindow window;

  /** The usual window: English, light, with a trained model. */
  WindowFixture() throws TimeoutException {
    this(Locale.ENGLISH, false, FakeModelPort.TRAINED);
  }

  WindowFixture(Locale locale, boolean dark, ModelState modelState) throws TimeoutException {
    model = new FakeModelPort(modelState);
    settings = new FakeSettingsPort(Effort.MEDIUM, dark);
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    window =
        on(
            () ->
                new AssistantWindow(
                    chat,
                    papers,
                    pages,
                    model,
                    settings,
                    about,
                    new Texts(locale),
                    _ -> new FakeFileDialogs()));
    on(
        () -> {
          window.show(stage);
          // A large window in the middle of the screen would reach past its edge, where no pointer
          // gets.
          stage.setX(0);
          stage.setY(0);
          return stage;
        });
    settle();
  }

  /** Runs on the JavaFX thread, and waits for it. */
  static <T> T on(Callable<T> task) {
    return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_S * 1000L, task);
  }

  /** Waits until the window shows what it was told. */
  void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Waits until {@code condition} holds on the JavaFX thread. */
  void await(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE_S, TimeUnit.SECONDS, () -> on(condition));
    } catch (TimeoutException e) {
      throw new AssertionError("it did not come to pass", e);
    }
    settle();
  }

  /** The node with this id, which must be there. */
  Node node(String id) {
    return lookup("#" + id).query();
  }

  boolean isShown(String id) {
    return lookup("#" + id).match(Node::isVisible).tryQuery().isPresent();
  }

  String words(String id) {
    return ((Labeled) node(id)).getText();
  }

  /** Ticks or unticks the box of the settings that shows the model's working notes. */
  void switchWorkingNotes() {
    press(KeyCode.CONTROL).push(KeyCode.COMMA).release(KeyCode.CONTROL);
    await(() -> isShown("setting-reasoning"));
    clickOn("#setting-reasoning").clickOn("#settings-close");
    settle();
  }

  /** Waits until a node shows these words. */
  void awaitWords(String id, String words) {
    await(() -> isShown(id) && words.equals(words(id)));
  }

  void open(String... files) {
    on(
        () -> {
          window.open(List.of(files).stream().map(Path::of).toList());
          return true;
        });
  }

  @Override
  public void close() throws TimeoutException {
    on(
        () -> {
          stage.close();
          return true;
        });
    FxToolkit.cleanupStages();
  }
}
