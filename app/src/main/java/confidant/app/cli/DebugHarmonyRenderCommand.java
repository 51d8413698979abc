package confidant.app.cli;

import confidant.engine.harmony.HarmonyDebug;
import confidant.engine.tokenizer.Tokenizer;
import confidant.engine.tokenizer.Tokenizers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "harmony-render",
    description = "A conversation gives the text and tokens of its prompt.",
    mixinStandardHelpOptions = true)
final class DebugHarmonyRenderCommand implements Callable<Integer> {
  private final CommandContext context;

  DebugHarmonyRenderCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandFailure {
    Tokenizer tokenizer = Tokenizers.o200kHarmony();
    return JsonLines.answerAll(context, request -> HarmonyDebug.render(request, tokenizer)).code();
  }
}
