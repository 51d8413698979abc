package confidant.app.cli;

import confidant.ingest.PageRange;
import confidant.ingest.ReadOptions;
import confidant.ingest.ReadOptions.Ocr;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options about reading papers. */
final class ReadingOptions {
  @Option(names = "--pages", paramLabel = "1-7", description = "Read only these pages.")
  private @Nullable PageRange pages;

  @Option(
      names = "--password",
      paramLabel = "WORD",
      description = "Opens an encrypted file; --password alone asks for the word.",
      arity = "0..1",
      preprocessor = OnlyAttached.class)
  private @Nullable String password;

  @Option(
      names = "--password-stdin",
      description = "Takes the password from the first line of stdin.")
  private boolean passwordFromInput;

  @Option(
      names = "--ocr",
      paramLabel = "auto|off|force",
      defaultValue = "auto",
      description =
          "Which pages are read as pictures: those whose text the file does not hold (auto), none,"
              + " or all.")
  private Ocr ocr = Ocr.AUTO;

  /**
   * What to read and how; asks for the password if that is wanted.
   *
   * @throws CommandFailure if it is wanted but there is nobody to ask
   */
  ReadOptions toReadOptions(CommandContext context) throws CommandFailure {
    if (password != null && passwordFromInput) {
      throw new CommandFailure(
          ExitCode.USAGE, "--password and --password-stdin say the same; leave one of them out.");
    }
    return new ReadOptions(password(context), Optional.ofNullable(pages), ocr);
  }

  private Optional<String> password(CommandContext context) throws CommandFailure {
    if (passwordFromInput) {
      return Optional.of(firstLine(context));
    }
    return password != null && password.isEmpty()
        ? Optional.of(asked(context))
        : Optional.ofNullable(password);
  }

  private static String firstLine(CommandContext context) throws CommandFailure {
    try {
      String line = context.terminal().in().readLine();
      if (line != null) {
        return line;
      }
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INPUT_OUTPUT,
          "The password cannot be read from stdin; give it as a line there.");
    }
    throw new CommandFailure(
        ExitCode.USAGE, "stdin is empty; --password-stdin takes the password from its first line.");
  }

  private static String asked(CommandContext context) throws CommandFailure {
    return context
        .terminal()
        .readPassword("Please type the password of the paper; it is not shown.")
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.USAGE,
                    "No password could be asked for, since there is no terminal; give it as"
                        + " --password=WORD or through --password-stdin."));
  }

  /** Takes a value only after {@code =}, so that an option without one leaves the paper alone. */
  static final class OnlyAttached implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> args, CommandSpec command, ArgSpec argument, Map<String, Object> info) {
      if (" ".equals(info.get("separator"))) {
        args.push("");
      }
      return false;
    }
  }
}
