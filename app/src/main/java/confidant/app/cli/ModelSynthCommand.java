package confidant.app.cli;

import confidant.app.chat.RemainingTime;
import confidant.engine.api.EngineException;
import confidant.engine.synth.Preset;
import confidant.engine.synth.Shape;
import confidant.engine.synth.SyntheticCheckpoint;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "synth",
    description = "Write a checkpoint of random weights, to measure without a download.",
    mixinStandardHelpOptions = true)
final class ModelSynthCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--preset",
      required = true,
      converter = PresetConverter.class,
      completionCandidates = PresetNames.class,
      description = "Shape: ${COMPLETION-CANDIDATES}.")
  private Preset preset = Preset.TINY;

  @Option(
      names = "--layers",
      paramLabel = "N",
      description = "Only so many layers, where disk or memory is short (default: all).")
  private @Nullable Integer layers;

  @Option(
      names = "--format",
      converter = FormatConverter.class,
      paramLabel = "gguf|hf",
      defaultValue = "gguf",
      description = "One GGUF file, or a Hugging Face folder (default: ${DEFAULT-VALUE}).")
  private SyntheticCheckpoint.Format format = SyntheticCheckpoint.Format.GGUF;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path out = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same bytes (default: ${DEFAULT-VALUE}).")
  private long seed;

  ModelSynthCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws EngineException, CommandFailure {
    Shape shape = shape();
    ProgressLine progress = new ProgressLine(context.terminal());
    RemainingTime remaining = new RemainingTime();
    try {
      Path written =
          SyntheticCheckpoint.write(
              shape,
              format,
              out,
              seed,
              (bytes, total) -> {
                // Thrown through the writer, which removes what it wrote.
                if (context.interruption().isInterrupted()) {
                  throw new CancellationException();
                }
                progress.show(
                    "Writing: %s of %s%s"
                        .formatted(
                            Sizes.bytes(bytes),
                            Sizes.bytes(total),
                            Durations.left(remaining.secondsLeft(bytes, total))));
              });
      progress.clear();
      context.terminal().out().println(written);
      context.terminal().out().flush();
      context.terminal().checkOutput();
      return ExitCode.OK.code();
    } catch (CancellationException e) {
      return ExitCode.INTERRUPTED.code();
    } finally {
      progress.clear();
    }
  }

  private Shape shape() throws CommandFailure {
    if (layers == null) {
      return Shape.of(preset);
    }
    if (layers < 1 || layers > preset.layers()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--layers must be between 1 and %d, the layers of %s."
              .formatted(preset.layers(), preset.id()));
    }
    return new Shape(preset, layers);
  }

  static final class PresetNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Preset.values()).map(Preset::id).iterator();
    }
  }

  static final class PresetConverter implements ITypeConverter<Preset> {
    @Override
    public Preset convert(String value) {
      return Arrays.stream(Preset.values())
          .filter(preset -> preset.id().equals(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is not one of %s"
                          .formatted(value, String.join(", ", new PresetNames()))));
    }
  }

  static final class FormatConverter implements ITypeConverter<SyntheticCheckpoint.Format> {
    @Override
    public SyntheticCheckpoint.Format convert(String value) {
      return switch (value) {
        case "gguf" -> SyntheticCheckpoint.Format.GGUF;
        case "hf" -> SyntheticCheckpoint.Format.HUGGING_FACE;
        default -> throw new TypeConversionException("'" + value + "' is neither gguf nor hf");
      };
    }
  }
}
