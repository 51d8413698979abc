package confidant.app.cli;

import confidant.engine.api.EngineException;
import confidant.ingest.PageRange;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The command line as a whole: commands, and sentences for what goes wrong. */
public final class Program {
  private final CommandContext context;
  private final RootCommand root;
  private final CommandLine commands;

  public Program(CommandContext context, WindowLauncher window) {
    this.context = context;
    this.root = new RootCommand(context, window);
    this.commands =
        new CommandLine(root)
            .addSubcommand(new PapersCommand.Summarise(context))
            .addSubcommand(new PapersCommand.Explain(context))
            .addSubcommand(new AskCommand(context))
            .addSubcommand(new ChatCommand(context))
            .addSubcommand(new ReadCommand(context))
            .addSubcommand(
                new CommandLine(new ModelCommand())
                    .addSubcommand(new ModelInspectCommand(context))
                    .addSubcommand(new ModelVerifyCommand(context))
                    .addSubcommand(new ModelSynthCommand(context)))
            .addSubcommand(new SelfTestCommand(context))
            .addSubcommand(
                new CommandLine(new BenchCommand(context))
                    .addSubcommand(new BenchReadCommand(context)))
            .addSubcommand(
                new CommandLine(new DebugCommand())
                    .addSubcommand(new DebugTokensCommand(context))
                    .addSubcommand(new DebugHarmonyRenderCommand(context))
                    .addSubcommand(new DebugHarmonyParseCommand(context))
                    .addSubcommand(new DebugLogitsCommand(context))
                    .addSubcommand(new DebugEvaluateCommand(context)));
    commands
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(PageRange.class, Program::pages)
        .registerConverter(Path.class, Program::path)
        .setOut(writer(context.terminal().out()))
        .setErr(writer(context.terminal().err()))
        .setParameterExceptionHandler(this::misused)
        .setExecutionExceptionHandler(this::failed);
  }

  /** Runs the command that {@code args} name; its exit code. */
  public int run(String... args) {
    try {
      int code = commands.execute(args);
      return code == ExitCode.OK.code() ? checkOutput() : code;
    } catch (OutOfMemoryError e) {
      context.say(
          "There is not enough memory; close other programs, or use a smaller --context or model.");
      return ExitCode.OUT_OF_SPACE.code();
    } catch (Error e) {
      context.say(context.failures().sentence(e));
      return ExitCode.UNEXPECTED.code();
    }
  }

  /** Help and version are written outside any command's own check. */
  private int checkOutput() {
    try {
      context.terminal().checkOutput();
      return ExitCode.OK.code();
    } catch (CommandFailure e) {
      return failed(e);
    }
  }

  private int failed(CommandFailure failure) {
    if (!failure.getMessage().isEmpty()) {
      context.say(failure.getMessage());
    }
    return failure.exitCode().code();
  }

  private static PageRange pages(String text) {
    try {
      return PageRange.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'" + text + "' is no page and no range such as 1-7");
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(PathNames.problem(e));
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  private int misused(ParameterException e, String[] args) {
    String sentence =
        "%s%s; see %s --help."
            .formatted(
                withoutFullStop(String.valueOf(e.getMessage())),
                hint(args),
                e.getCommandLine().getCommandSpec().qualifiedName());
    if (Arrays.stream(args).takeWhile(arg -> !arg.equals("--")).anyMatch("--json"::equals)) {
      new JsonAnswerView(context.terminal(), false).failed(ExitCode.USAGE, sentence);
    }
    context.say(sentence);
    return ExitCode.USAGE.code();
  }

  /** A file whose name begins with a dash is taken for an option. */
  private static String hint(String... args) {
    return Arrays.stream(args)
        .takeWhile(arg -> !arg.equals("--"))
        .filter(arg -> arg.startsWith("-") && isFile(arg))
        .findFirst()
        .map(name -> "; for the file of this name write ./" + name)
        .orElse("");
  }

  private static boolean isFile(String word) {
    try {
      return Files.exists(Path.of(word));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private int failed(Exception failure, CommandLine command, ParseResult parsed) {
    if (root.isDebug()) {
      failure.printStackTrace(context.terminal().err());
    }
    return switch (failure) {
      case CommandFailure e -> failed(e);
      case EngineException e -> {
        context.say(e.getMessage());
        yield ExitCode.of(e).code();
      }
      case InvalidPathException e -> {
        context.say(PathNames.problem(e) + ".");
        yield ExitCode.USAGE.code();
      }
      default -> {
        context.say(context.failures().sentence(failure));
        yield ExitCode.UNEXPECTED.code();
      }
    };
  }

  private static String withoutFullStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
