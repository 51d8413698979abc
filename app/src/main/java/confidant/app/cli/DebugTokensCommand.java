package confidant.app.cli;

import confidant.engine.Engine;
import confidant.engine.EngineOptions;
import confidant.engine.api.EngineException;
import confidant.engine.json.JsonValue;
import confidant.engine.json.JsonValue.JsonObject;
import confidant.engine.tokenizer.Tokenizer;
import confidant.engine.tokenizer.Tokenizers;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "tokens",
    description = "{\"text\":...} gives {\"ids\":[...]}; {\"ids\":[...]} gives text and bytes.",
    mixinStandardHelpOptions = true)
final class DebugTokensCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--model",
      paramLabel = "PATH",
      description = "Use this checkpoint's vocabulary; o200k_harmony by default.")
  private @Nullable Path model;

  @Option(names = "--special", description = "Recognise special tokens in text.")
  private boolean special;

  DebugTokensCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandFailure, EngineException {
    if (model == null) {
      return answerAll(Tokenizers.o200kHarmony()).code();
    }
    try (Engine engine = Engine.open(model, EngineOptions.defaults())) {
      return answerAll(engine.tokenizer()).code();
    }
  }

  private ExitCode answerAll(Tokenizer tokenizer) throws CommandFailure {
    return JsonLines.answerAll(context, request -> answer(tokenizer, request));
  }

  private JsonObject answer(Tokenizer tokenizer, JsonObject request) {
    Optional<String> text = request.string("text");
    if (text.isPresent()) {
      int[] ids = special ? tokenizer.encodeWithSpecials(text.get()) : tokenizer.encode(text.get());
      return JsonValue.object().put("ids", JsonValue.of(ids)).build();
    }
    int[] ids = JsonLines.integers(request, "ids");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int id : ids) {
      bytes.writeBytes(
          tokenizer
              .bytes(id)
              .orElseThrow(
                  () -> new IllegalArgumentException("id " + id + " is not in the vocabulary")));
    }
    return JsonValue.object()
        .put("text", tokenizer.decode(ids))
        .put("bytes_hex", HexFormat.of().formatHex(bytes.toByteArray()))
        .build();
  }
}
