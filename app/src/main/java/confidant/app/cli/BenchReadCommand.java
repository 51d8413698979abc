package confidant.app.cli;

import confidant.app.documents.Dropped;
import confidant.app.readbench.ReadBench;
import confidant.app.readbench.ReadResults;
import confidant.engine.json.Json;
import confidant.ingest.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "read",
    description =
        "Measure how long papers take to be read, by kind, beside plain PDFBox and, where it is"
            + " installed, pdftotext -layout.",
    mixinStandardHelpOptions = true,
    footer = {"", "How to read the table: docs/reading.md."})
final class BenchReadCommand implements Callable<Integer> {
  private final CommandContext context;
  @Mixin private final ReadingOptions reading = new ReadingOptions();

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Runs of each file; their median counts (default: 5).")
  private int runs;

  @Option(names = "--json", description = "Write one JSON object.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the JSON object to a file too.")
  private @Nullable Path out;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Papers; a folder stands for the visible files in it.")
  private List<Path> files = List.of();

  BenchReadCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandFailure {
    if (runs < 1) {
      throw new CommandFailure(ExitCode.USAGE, "--runs must be 1 or more, not %d.".formatted(runs));
    }
    ReadOptions options = reading.toReadOptions(context);
    if (options.pages().isPresent()) {
      throw new CommandFailure(
          ExitCode.USAGE, "Whole papers are measured, by all ways of reading; leave --pages out.");
    }
    ReadResults results = new ReadBench(options, runs, context::say).run(Dropped.allFiles(files));
    String object = Json.write(results.toJson()) + "\n";
    context.terminal().out().print(json ? object : Printable.text(results.toTable()));
    context.terminal().checkOutput();
    if (out != null) {
      OutFolder.of(out).write(String.valueOf(out.getFileName()), object);
    }
    return ExitCode.OK.code();
  }
}
