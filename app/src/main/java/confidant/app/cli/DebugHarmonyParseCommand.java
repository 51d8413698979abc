package confidant.app.cli;

import confidant.engine.harmony.HarmonyDebug;
import confidant.engine.tokenizer.Tokenizer;
import confidant.engine.tokenizer.Tokenizers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "harmony-parse",
    description = "Tokens give the messages they stand for.",
    mixinStandardHelpOptions = true)
final class DebugHarmonyParseCommand implements Callable<Integer> {
  private final CommandContext context;

  DebugHarmonyParseCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandFailure {
    Tokenizer tokenizer = Tokenizers.o200kHarmony();
    return JsonLines.answerAll(context, request -> HarmonyDebug.parse(request, tokenizer)).code();
  }
}
