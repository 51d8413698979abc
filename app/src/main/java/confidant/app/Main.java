package confidant.app;

import confidant.app.cli.CommandContext;
import confidant.app.cli.ExitCode;
import confidant.app.cli.Interruption;
import confidant.app.cli.PathNames;
import confidant.app.cli.Program;
import confidant.app.cli.Terminal;
import confidant.app.documents.SamplePapers;
import confidant.app.finder.ComputerLayout;
import confidant.app.models.ModelRegistry;
import confidant.app.settings.SettingsStore;
import confidant.app.storage.AppDirs;
import confidant.app.storage.FailureLog;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.Map;

/** Entry point: puts the command line together and ends with its exit code. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(Terminal.system(), System.getenv(), args));
  }

  /** Runs the command that {@code args} name; its exit code. Nothing is thrown. */
  static int run(Terminal terminal, Map<String, String> environment, String... args) {
    Interruption interruption = new Interruption();
    try {
      Logging.configure(Arrays.asList(args).contains("--debug"));
      AppDirs dirs = AppDirs.current(environment);
      SettingsStore settings = new SettingsStore(dirs);
      ModelRegistry models = new ModelRegistry(dirs, settings, environment);
      FailureLog failures = new FailureLog(dirs);
      interruption.install();
      CommandContext context =
          new CommandContext(terminal, models, settings, failures, interruption);
      DesktopApp window =
          new DesktopApp(
              models,
              settings,
              new SamplePapers(dirs),
              failures,
              dirs.state().resolve("window"),
              ComputerLayout.current(environment));
      return new Program(context, window).run(args);
    } catch (InvalidPathException e) {
      terminal.err().println(PathNames.problem(e) + ".");
      return ExitCode.USAGE.code();
    } catch (RuntimeException | Error e) {
      // Without folders there is no log to write to.
      terminal
          .err()
          .println("Something unexpected went wrong (code %s).".formatted(FailureLog.code(e)));
      return ExitCode.UNEXPECTED.code();
    } finally {
      terminal.err().flush();
      interruption.finished();
    }
  }
}
