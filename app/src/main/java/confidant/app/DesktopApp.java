package confidant.app;

import confidant.app.cli.CommandFailure;
import confidant.app.cli.ExitCode;
import confidant.app.cli.WindowLauncher;
import confidant.app.documents.SamplePapers;
import confidant.app.finder.ComputerLayout;
import confidant.app.launch.OneWindow;
import confidant.app.models.ModelRegistry;
import confidant.app.settings.SettingsStore;
import confidant.app.storage.FailureLog;
import confidant.app.wiring.Components;
import confidant.ui.AssistantWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** The program as a window; the only class here that knows JavaFX. */
final class DesktopApp implements WindowLauncher {
  private final ModelRegistry models;
  private final SettingsStore settings;
  private final SamplePapers samples;
  private final FailureLog failures;
  private final Path claims;
  private final ComputerLayout computer;

  /**
   * @param claims folder by which starts find each other
   * @param computer where other programs keep models
   */
  DesktopApp(
      ModelRegistry models,
      SettingsStore settings,
      SamplePapers samples,
      FailureLog failures,
      Path claims,
      ComputerLayout computer) {
    this.claims = claims;
    this.computer = computer;
    this.models = models;
    this.settings = settings;
    this.samples = samples;
    this.failures = failures;
  }

  @Override
  public void open(Request request, List<Path> files) throws CommandFailure {
    checkDisplay(System.getProperty("os.name"), System.getenv());
    Optional<OneWindow> claim = OneWindow.claim(claims, files);
    if (claim.isPresent()) {
      try (OneWindow one = claim.get()) {
        run(request, files, one);
      }
      Platform.exit();
    }
  }

  private void run(Request request, List<Path> files, OneWindow one) throws CommandFailure {
    CountDownLatch closed = new CountDownLatch(1);
    try (Components components =
        new Components(
            models,
            settings,
            samples,
            failures,
            computer,
            request.engine(),
            request.contextTokens(),
            request.seed())) {
      components.start(request.model());
      startToolkit(() -> show(components, files, closed, one));
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void show(
      Components components, List<Path> files, CountDownLatch closed, OneWindow one) {
    Stage stage = new Stage();
    stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> closed.countDown());
    AssistantWindow window =
        new AssistantWindow(
            components.chat(),
            components.documents(),
            components.papers(),
            components.model(),
            components.settings(),
            components.about());
    window.show(stage);
    if (!files.isEmpty()) {
      window.open(files);
    }
    one.listen(later -> Platform.runLater(() -> take(window, later)));
  }

  /** What a later start brings; without files it only wants to see the window. */
  private static void take(AssistantWindow window, List<Path> files) {
    window.raise();
    window.open(files);
  }

  /** The toolkit reports a missing display by an exception of no particular type. */
  private static void startToolkit(Runnable whenStarted) throws CommandFailure {
    try {
      Platform.startup(whenStarted);
    } catch (RuntimeException | LinkageError e) {
      throw noDisplay("The window system could not be started");
    }
  }

  /** JavaFX speaks X11 on Linux, on Wayland through Xwayland; either way DISPLAY is set. */
  private static void checkDisplay(String osName, Map<String, String> environment)
      throws CommandFailure {
    boolean needsX11 =
        osName.toLowerCase(Locale.ROOT).startsWith("linux")
            && System.getProperty("glass.platform") == null;
    if (needsX11 && environment.getOrDefault("DISPLAY", "").isEmpty()) {
      throw noDisplay("There is no display for the window (DISPLAY is not set)");
    }
  }

  private static CommandFailure noDisplay(String problem) {
    return new CommandFailure(
        ExitCode.NO_DISPLAY,
        problem + "; start it on a desktop, or use a command such as 'confidant ask'.");
  }
}
