package confidant.app.cli;

import confidant.app.bench.Bench;
import confidant.app.bench.BenchException;
import confidant.app.bench.BenchOptions;
import confidant.app.bench.Chart;
import confidant.app.bench.Group;
import confidant.app.bench.Launch;
import confidant.app.bench.Lengths;
import confidant.app.bench.OwnProgram;
import confidant.app.bench.PeerProgram;
import confidant.app.bench.Result;
import confidant.app.bench.ResultTable;
import confidant.app.bench.Results;
import confidant.engine.Checkpoints;
import confidant.engine.api.EngineException;
import confidant.engine.api.ModelInfo;
import confidant.engine.json.Json;
import confidant.engine.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "bench",
    description = "Measure reading, writing, memory and start, alone or against another engine.",
    mixinStandardHelpOptions = true,
    footer = {"", "How to read the table: docs/performance.md."})
final class BenchCommand implements Callable<Integer> {
  private static final String OWN_NAME = "Confidant";
  private static final String AVX2 = "-XX:UseAVX=2";
  private static final long LIMIT_BYTES = 1L << 30;
  private static final long LEAST_LIMIT_BYTES = 32L << 20;
  private final CommandContext context;
  @Mixin private final ResultOptions output = new ResultOptions();

  @Option(
      names = "--model",
      paramLabel = "PATH",
      description = "Checkpoint: a GGUF or safetensors file, or a folder with one.")
  private @Nullable Path model;

  @Option(
      names = "--against",
      paramLabel = "llama.cpp|COMMAND",
      description = "Measure this too, in turns; engine/bench/README.md says how to set it up.")
  private @Nullable String against;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      converter = GroupConverter.class,
      completionCandidates = GroupNames.class,
      description = "Some figures: ${COMPLETION-CANDIDATES}.")
  private List<Group> only = List.of();

  @Option(
      names = "--together",
      description =
          "Keep both engines running and let them take turns run by run; needs memory for both.")
  private boolean together;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads for both engines; one per core by default.")
  private int threads;

  @Option(names = "--avx2", description = "Both engines with 256-bit vectors.")
  private boolean avx2;

  @Option(
      names = "--java-option",
      paramLabel = "OPTION",
      description = "Start our engine with an option of Java more.")
  private List<String> javaOptions = List.of();

  @Option(
      names = "--shrink",
      paramLabel = "N",
      defaultValue = "1",
      description = "Divide all numbers of tokens by N, to try the measurement out.")
  private int shrink;

  @Option(
      names = "--context",
      paramLabel = "N",
      description = "Leave out what needs a context of more than N tokens; the model's by default.")
  private int mostContext;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Measure nothing; show what --json or --out wrote. Several files are parts of one table;"
              + " of a figure that is in two, the later counts.")
  private List<Path> from = List.of();

  @Option(names = "--chart", paramLabel = "FILE", description = "Draw the speeds too, as SVG.")
  private @Nullable Path chart;

  BenchCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandFailure, EngineException {
    check();
    Result result = from.isEmpty() ? measured() : earlier();
    output.show(result.toJson(), ResultTable.of(result), context.terminal());
    if (chart != null) {
      write(chart, Chart.svg(result));
    }
    return ExitCode.OK.code();
  }

  private void check() throws CommandFailure {
    output.check();
    CommandFailure.unlessAtLeast("--shrink", shrink, 1);
    CommandFailure.unlessAtLeast("--threads", threads, 0);
    CommandFailure.unlessAtLeast("--context", mostContext, 0);
    if (!from.isEmpty() && (model != null || against != null)) {
      throw new CommandFailure(
          ExitCode.USAGE, "--from shows an earlier result; leave --model and --against out.");
    }
    if (against != null && against.isBlank()) {
      throw new CommandFailure(ExitCode.USAGE, "--against names no engine; try llama.cpp.");
    }
  }

  private Result measured() throws CommandFailure, EngineException {
    Path checkpoint = context.models().choose(Optional.ofNullable(model)).path();
    ModelInfo info = Checkpoints.inspect(checkpoint);
    try {
      return new Bench(launches(checkpoint), info, options(), context::say, this::save).run();
    } catch (BenchException e) {
      throw new CommandFailure(ExitCode.INPUT_OUTPUT, String.valueOf(e.getMessage()));
    }
  }

  private Result earlier() throws CommandFailure {
    List<Result> parts = new ArrayList<>();
    for (Path file : from) {
      parts.add(read(file));
    }
    try {
      Result merged = Results.merged(parts);
      output.save(merged.toJson());
      return merged;
    } catch (BenchException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private void save(Result result) throws BenchException {
    try {
      output.save(result.toJson());
    } catch (CommandFailure e) {
      throw new BenchException(String.valueOf(e.getMessage()));
    }
  }

  private BenchOptions options() {
    Set<Group> groups = only.isEmpty() ? EnumSet.allOf(Group.class) : EnumSet.copyOf(only);
    long limitBytes = Math.max(LEAST_LIMIT_BYTES, LIMIT_BYTES / shrink);
    return new BenchOptions(
        groups,
        Lengths.dividedBy(shrink),
        output.runs(),
        together,
        threads,
        mostContext,
        limitBytes);
  }

  private List<Launch> launches(Path checkpoint) throws CommandFailure, BenchException {
    List<String> options = new ArrayList<>(javaOptions);
    if (avx2) {
      options.add(AVX2);
    }
    List<String> command = new ArrayList<>(OwnProgram.command(options));
    command.addAll(List.of("debug", "evaluate", "--model", checkpoint.toAbsolutePath().toString()));
    List<Launch> launches = new ArrayList<>();
    launches.add(new Launch(OWN_NAME, command, "confidant self-test may say more"));
    if (against != null) {
      launches.add(peer(against, checkpoint));
    }
    return launches;
  }

  private Launch peer(String name, Path checkpoint) throws CommandFailure {
    try {
      return PeerProgram.launch(name, checkpoint, avx2 ? List.of("--avx2") : List.of());
    } catch (BenchException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private static Result read(Path file) throws CommandFailure {
    try {
      return Result.of(Json.parseObject(Files.readString(file)));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INPUT_OUTPUT, "The result %s cannot be read; check the name.".formatted(file));
    } catch (JsonException e) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "%s is no result of confidant bench: %s.".formatted(file, e.getMessage()));
    }
  }

  private static void write(Path file, String text) throws CommandFailure {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INPUT_OUTPUT,
          "The chart could not be written to %s; name another file.".formatted(file));
    }
  }

  static final class GroupNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Group.values()).map(Group::id).iterator();
    }
  }

  static final class GroupConverter implements ITypeConverter<Group> {
    @Override
    public Group convert(String value) {
      return Group.of(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is not one of %s"
                          .formatted(value, String.join(", ", new GroupNames()))));
    }
  }
}
