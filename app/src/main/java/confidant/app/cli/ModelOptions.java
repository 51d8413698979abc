package confidant.app.cli;

import confidant.app.about.HotSpotFlags;
import confidant.app.chat.AnswerBudget;
import confidant.app.settings.Settings;
import confidant.engine.Checkpoints;
import confidant.engine.Engine;
import confidant.engine.EngineOptions;
import confidant.engine.api.EngineException;
import confidant.engine.api.ModelInfo;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about the model. */
final class ModelOptions {
  private static final int MOST_THREADS = 256;
  private static final int MOST_THREADS_PER_PROCESSOR = 4;

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
      description = "Threads to compute with; one per core by default, or as the window was set.")
  private int threads;

  /** The model asked for; an empty name is none. */
  Optional<Path> model() {
    return Optional.ofNullable(model).filter(path -> !path.toString().isEmpty());
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

  /**
   * Checks what can be checked before papers are read and weights mapped.
   *
   * @param checkpoint its first bytes say which contexts it has
   */
  void check(Path checkpoint) throws CommandFailure, EngineException {
    engine();
    if (requestedContext().isPresent()) {
      contextTokens(Checkpoints.inspect(checkpoint));
    }
  }

  OptionalInt requestedContext() throws CommandFailure {
    if (context != null && context < 1) {
      throw new CommandFailure(
          ExitCode.USAGE, "--context must be 1 or more, not %d.".formatted(context));
    }
    return context == null ? OptionalInt.empty() : OptionalInt.of(context);
  }

  EngineOptions engine(EngineOptions.KernelChoice kernels) throws CommandFailure {
    if (threads < 0) {
      throw new CommandFailure(
          ExitCode.USAGE, "--threads must be 1 or more, or 0 for one per core.");
    }
    int most =
        Math.min(
            MOST_THREADS, MOST_THREADS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
    if (threads > most) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--threads must be at most %d on this machine, not %d; more would only be slower."
              .formatted(most, threads));
    }
    return new EngineOptions(threads, kernels).withVmFlags(new HotSpotFlags());
  }

  /** Threads that a command computes with: as many as it was told to, else what settings allow. */
  int threads(Settings settings) throws CommandFailure {
    int all = Engine.threads(engine());
    return threads > 0 ? all : settings.threadsOf(all);
  }

  EngineOptions engine() throws CommandFailure {
    return engine(EngineOptions.KernelChoice.AUTO);
  }
}
