package confidant.app.cli;

import confidant.app.chat.AnswerBudget;
import confidant.app.models.ModelNotice;
import confidant.engine.Checkpoints;
import confidant.engine.api.EngineException;
import confidant.engine.api.MemoryReport;
import confidant.engine.api.ModelInfo;
import confidant.engine.json.Json;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonArray;
import confidant.engine.json.JsonValue.ObjectBuilder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "inspect",
    description = "Show what a checkpoint is and the memory it needs.",
    mixinStandardHelpOptions = true)
final class ModelInspectCommand implements Callable<Integer> {
  private static final String GPT_OSS = "gpt-oss";
  private final CommandContext context;

  @Parameters(paramLabel = "PATH", description = "A checkpoint file or folder.")
  private Path path = Path.of("");

  @Option(
      names = "--context",
      paramLabel = "N",
      description = "Context for which to calculate the memory.")
  private @Nullable Integer contextTokens;

  @Option(names = "--json", description = "Write one JSON object.")
  private boolean json;

  @Option(
      names = "--resident",
      description = "Also measure how much of each part is in memory now.")
  private boolean resident;

  ModelInspectCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws EngineException, CommandFailure {
    ModelInfo info = Checkpoints.inspect(path);
    int tokens = contextTokens == null ? AnswerBudget.defaultContext(info) : contextTokens;
    if (tokens < 1 || tokens > info.contextLength()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--context must be between 1 and %,d, the most %s can hold."
              .formatted(info.contextLength(), info.name()));
    }
    List<MemoryReport.Part> parts = resident ? Checkpoints.residency(path) : List.of();
    if (json) {
      ObjectBuilder object = toJson(info, tokens);
      if (resident) {
        object.put("parts", MemoryText.toJson(parts));
      }
      context.terminal().out().println(Json.write(object.build()));
    } else {
      print(info, tokens);
      parts.forEach(part -> row(part.part().label(), MemoryText.line(part)));
    }
    context.terminal().out().flush();
    context.terminal().checkOutput();
    return ExitCode.OK.code();
  }

  private void print(ModelInfo info, int tokens) {
    row("name", info.name());
    row("layout", info.layout().label());
    row("architecture", GPT_OSS);
    row("layers", "%d".formatted(info.layers()));
    row("experts", "%d, %d per token".formatted(info.experts(), info.expertsPerToken()));
    row("hidden size", "%d".formatted(info.hiddenSize()));
    row("expert size", "%d".formatted(info.intermediateSize()));
    row(
        "attention heads",
        "%d, %d for keys and values, %d wide"
            .formatted(info.heads(), info.kvHeads(), info.headDim()));
    row("sliding window", "%d".formatted(info.slidingWindow()));
    row("vocabulary", "%,d".formatted(info.vocabularySize()));
    row("longest context", "%,d tokens".formatted(info.contextLength()));
    row("parameters", "%,d".formatted(info.parameters()));
    row("dense weights", String.join(", ", info.dense()));
    new TreeMap<>(info.bytesByDtype())
        .forEach((dtype, bytes) -> row("as " + dtype, Sizes.bytes(bytes)));
    row("weights in all", Sizes.bytes(info.fileBytes()) + ", mapped from the file");
    row(
        "memory",
        "%s for a context of %,d tokens: weights and %s of keys and values"
            .formatted(
                Sizes.bytes(info.fileBytes() + info.cacheBytes(tokens)),
                tokens,
                Sizes.bytes(info.cacheBytes(tokens))));
    ModelNotice.of(info).ifPresent(notice -> row("note", notice));
  }

  private void row(String label, String value) {
    PrintStream out = context.terminal().out();
    out.println(String.format(Locale.ROOT, "%-21s %s", label, Printable.line(value)));
  }

  private static ObjectBuilder toJson(ModelInfo info, int tokens) {
    ObjectBuilder dtypes = JsonValue.object();
    new TreeMap<>(info.bytesByDtype()).forEach((dtype, bytes) -> dtypes.put(dtype, bytes));
    return JsonValue.object()
        .put("name", info.name())
        .put("architecture", GPT_OSS)
        .put("layout", info.layout().name().toLowerCase(Locale.ROOT))
        .put("layers", info.layers())
        .put("experts", info.experts())
        .put("experts_per_token", info.expertsPerToken())
        .put("hidden_size", info.hiddenSize())
        .put("intermediate_size", info.intermediateSize())
        .put("heads", info.heads())
        .put("kv_heads", info.kvHeads())
        .put("head_dim", info.headDim())
        .put("sliding_window", info.slidingWindow())
        .put("vocabulary_size", info.vocabularySize())
        .put("context_length", info.contextLength())
        .put("parameters", info.parameters())
        .put("dense_dtypes", new JsonArray(info.dense().stream().map(JsonValue::of).toList()))
        .put("bytes_by_dtype", dtypes.build())
        .put("weight_bytes", info.fileBytes())
        .put("context", tokens)
        .put("cache_bytes", info.cacheBytes(tokens))
        .put("memory_bytes", info.fileBytes() + info.cacheBytes(tokens))
        .put("untrained", info.untrained())
        .put("demo", info.demo());
  }
}
