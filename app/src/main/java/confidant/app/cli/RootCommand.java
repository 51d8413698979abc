package confidant.app.cli;

import confidant.app.about.ProgramFacts;
import confidant.app.about.Version;
import confidant.engine.api.EngineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

@Command(
    name = "confidant",
    description = {
      "Answers questions about private papers, offline.",
      "Without a command the window opens."
    },
    synopsisSubcommandLabel = "[COMMAND]",
    footer = {"", "Exit codes and more: README.md."})
final class RootCommand implements Callable<Integer> {
  private final CommandContext context;
  private final WindowLauncher window;
  @Mixin private final ModelOptions model = new ModelOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      description = "Show the version; with -v also what the program runs on.")
  private boolean version;

  @Option(
      names = {"-v", "--verbose"},
      description = "Say more.")
  private boolean verbose;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Log, and show where in the program something went wrong.")
  private boolean debug;

  @Option(
      names = "--open",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Papers to open in the window at once.")
  private List<Path> files = List.of();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Papers to open in the window, as file managers name them.")
  private List<Path> named = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed gives the same answers in the window.")
  private @Nullable Long seed;

  RootCommand(CommandContext context, WindowLauncher window) {
    this.context = context;
    this.window = window;
  }

  @Override
  public Integer call() throws CommandFailure, EngineException {
    if (version) {
      showVersion();
      return ExitCode.OK.code();
    }
    checkNamed();
    List<Path> papers = new ArrayList<>(files);
    papers.addAll(named);
    window.open(
        new WindowLauncher.Request(
            model.model(),
            model.requestedContext(),
            model.engine().withWarmUp(true),
            seed == null ? OptionalLong.empty() : OptionalLong.of(seed)),
        papers);
    return ExitCode.OK.code();
  }

  /** A word that is neither a command nor a file is a mistake in one of them. */
  private void checkNamed() throws CommandFailure {
    for (Path file : named) {
      if (!Files.exists(file)) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "There is no command and no file '%s'; see confidant --help.".formatted(file));
      }
    }
  }

  /** Whether --debug was given, before or after the command's name. */
  boolean isDebug() {
    return debug;
  }

  private void showVersion() throws CommandFailure {
    if (verbose) {
      ProgramFacts facts =
          ProgramFacts.collect(model.engine(), model.threads(context.settings().get()));
      FactLines.of(facts).forEach(context.terminal().out()::println);
    } else {
      context.terminal().out().println("confidant " + Version.current());
    }
    context.terminal().out().flush();
  }
}
