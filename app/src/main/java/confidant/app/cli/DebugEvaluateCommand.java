package confidant.app.cli;

import confidant.app.about.Version;
import confidant.app.bench.EngineEvaluation;
import confidant.engine.api.EngineException;
import confidant.engine.json.Json;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "evaluate",
    description = "Tokens are read or written as asked, and each answer says how long it took.",
    mixinStandardHelpOptions = true)
final class DebugEvaluateCommand implements Callable<Integer> {
  private static final int DEFAULT_CONTEXT = 4096;
  private final CommandContext context;
  @Mixin private final ModelOptions model = new ModelOptions();

  DebugEvaluateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandFailure, EngineException {
    Path checkpoint = context.models().choose(model.model()).path();
    int positions = model.requestedContext().orElse(DEFAULT_CONTEXT);
    try (EngineEvaluation evaluation =
        EngineEvaluation.open(checkpoint, model.engine().withWarmUp(true), positions)) {
      context.terminal().out().println(Json.write(evaluation.ready(Version.current())));
      context.terminal().out().flush();
      context.terminal().checkOutput();
      return JsonLines.answerAll(context, evaluation::answer).code();
    }
  }
}
