package confidant.app.cli;

import confidant.engine.Engine;
import confidant.engine.EngineOptions.KernelChoice;
import confidant.engine.api.EngineException;
import confidant.engine.api.TokenSession;
import confidant.engine.api.TokenSession.LogitPositions;
import confidant.engine.json.JsonException;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.JsonObject;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "logits",
    description = "Tokens give the logits after them, or the most likely continuation.",
    mixinStandardHelpOptions = true)
final class DebugLogitsCommand implements Callable<Integer> {
  private final CommandContext context;
  @Mixin private final ModelOptions model = new ModelOptions();

  @Option(
      names = "--kernels",
      paramLabel = "auto|scalar",
      defaultValue = "auto",
      description = "The fastest arithmetic that runs here, or the scalar reference.")
  private KernelChoice kernels = KernelChoice.AUTO;

  DebugLogitsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandFailure, EngineException {
    try (Engine engine =
        Engine.open(context.models().choose(model.model()).path(), model.engine(kernels))) {
      return JsonLines.answerAll(context, request -> answer(engine, request)).code();
    }
  }

  /** Each line has a context of its own, as large as it needs. */
  private static JsonObject answer(Engine engine, JsonObject request) throws EngineException {
    int[] tokens = JsonLines.integers(request, "tokens");
    if (tokens.length == 0) {
      throw new JsonException("\"tokens\" is empty");
    }
    Optional<Integer> greedy = request.integer("greedy");
    if (greedy.isPresent()) {
      if (greedy.get() < 1) {
        throw new JsonException("\"greedy\" must be 1 or more");
      }
      checkContext(engine, (long) tokens.length + greedy.get());
      try (TokenSession session = engine.newTokenSession(tokens.length + greedy.get())) {
        int[] ids = session.greedy(tokens, greedy.get());
        return JsonValue.object().put("ids", JsonValue.of(ids)).build();
      }
    }
    checkContext(engine, tokens.length);
    LogitPositions positions = positions(request.string("positions").orElse("last"));
    try (TokenSession session = engine.newTokenSession(tokens.length)) {
      float[][] logits = session.append(tokens, positions);
      JsonArray rows = new JsonArray(Arrays.stream(logits).map(JsonValue::of).toList());
      return JsonValue.object().put("logits", rows).build();
    }
  }

  private static void checkContext(Engine engine, long tokens) {
    int most = engine.info().contextLength();
    if (tokens > most) {
      throw new JsonException(
          "%,d tokens are more than the %,d of the model's context".formatted(tokens, most));
    }
  }

  private static LogitPositions positions(String name) {
    return switch (name) {
      case "last" -> LogitPositions.LAST;
      case "all" -> LogitPositions.ALL;
      default -> throw new JsonException("\"positions\" is neither \"last\" nor \"all\"");
    };
  }
}
