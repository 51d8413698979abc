package confidant.app;

import confidant.app.cli.CommandContext;
import confidant.app.cli.Interruption;
import confidant.app.cli.Program;
import confidant.app.cli.Terminal;
import confidant.app.models.ModelRegistry;
import confidant.app.settings.SettingsStore;
import confidant.app.storage.AppDirs;
import confidant.app.storage.FailureLog;
import java.util.Arrays;

/** Entry point: puts the command line together and ends with its exit code. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Logging.configure(Arrays.asList(args).contains("--debug"));
    AppDirs dirs = AppDirs.current();
    SettingsStore settings = new SettingsStore(dirs);
    ModelRegistry models = new ModelRegistry(dirs, settings, System.getenv());
    FailureLog failures = new FailureLog(dirs);
    Interruption interruption = new Interruption();
    interruption.install();
    CommandContext context =
        new CommandContext(Terminal.system(), models, settings, failures, interruption);
    int exitCode = new Program(context, new DesktopApp(models, settings, failures)).run(args);
    interruption.finished();
    System.exit(exitCode);
  }
}
