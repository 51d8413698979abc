package confidant.app.cli;

import confidant.app.chat.AnswerBudget;
import confidant.engine.EngineOptions;
import confidant.engine.api.ModelInfo;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about the model. */
final class ModelOptions {
  @Option(
      names = "--model",
      paramLabel = "PATH",
      description = "Checkpoint: a GGUF or safetensors file, or a folder with one.")
  private @Nullable Path model;

  @Option(
      names = "--context",
      paramLabel = "N",
      description = "Tokens that papers, conversation and answer may take together.")
  private @Nullable Integer context;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to compute with; one per core by default.")
  private int threads;

  Optional<Path> model() {
    return Optional.ofNullable(model);
  }

  /**
   * The context asked for, else a sensible one.
   *
   * @throws CommandFailure if the model has no such context
   */
  int contextTokens(ModelInfo info) throws CommandFailure {
    if (context == null) {
      return AnswerBudget.defaultContext(info);
    }
    if (context < 1 || context > info.contextLength()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--context must be between 1 and %,d, the most %s can hold."
              .formatted(info.contextLength(), info.name()));
    }
    return context;
  }

  OptionalInt requestedContext() {
    return context == null ? OptionalInt.empty() : OptionalInt.of(context);
  }

  EngineOptions engine(EngineOptions.KernelChoice kernels) throws CommandFailure {
    if (threads < 0) {
      throw new CommandFailure(
          ExitCode.USAGE, "--threads must be 1 or more, or 0 for one per core.");
    }
    return new EngineOptions(threads, kernels);
  }

  EngineOptions engine() throws CommandFailure {
    return engine(EngineOptions.KernelChoice.AUTO);
  }
}
