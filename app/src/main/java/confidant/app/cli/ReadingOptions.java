package confidant.app.cli;

import confidant.ingest.PageRange;
import confidant.ingest.ReadOptions;
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

  /**
   * What to read and how; asks for the password if that is wanted.
   *
   * @throws CommandFailure if it is wanted but there is nobody to ask
   */
  ReadOptions toReadOptions(CommandContext context) throws CommandFailure {
    String word = password;
    if (word != null && word.isEmpty()) {
      word =
          context
              .terminal()
              .readPassword("Please type the password of the paper; it is not shown.")
              .orElseThrow(
                  () ->
                      new CommandFailure(
                          ExitCode.USAGE,
                          "No password could be asked for, since there is no terminal; give it as"
                              + " --password=WORD."));
    }
    return new ReadOptions(Optional.ofNullable(word), Optional.ofNullable(pages));
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
