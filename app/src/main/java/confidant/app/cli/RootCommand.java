package confidant.app.cli;

import confidant.engine.Engine;
import confidant.engine.api.EngineException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
      description = "Show the version; with -v also the Java runtime and the kernels.")
  private boolean version;

  @Option(names = "-v", description = "Say more.")
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
    window.open(
        new WindowLauncher.Request(
            model.model(),
            model.requestedContext(),
            model.engine(),
            seed == null ? OptionalLong.empty() : OptionalLong.of(seed)),
        files);
    return ExitCode.OK.code();
  }

  /** Whether --debug was given, before or after the command's name. */
  boolean isDebug() {
    return debug;
  }

  private void showVersion() throws CommandFailure, EngineException {
    Terminal terminal = context.terminal();
    terminal.out().println("confidant " + Version.current());
    if (verbose) {
      terminal
          .out()
          .println(
              "java      %s, %s".formatted(Runtime.version(), System.getProperty("java.vm.name")));
      try (Engine engine = Engine.open(context.models().embedded().path(), model.engine())) {
        terminal.out().println("kernels   " + engine.kernels());
      }
    }
    terminal.out().flush();
  }
}
