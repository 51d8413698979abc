package confidant.app.cli;

import confidant.app.documents.Dropped;
import confidant.app.readbench.ReadBench;
import confidant.app.readbench.ReadResults;
import confidant.ingest.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  @Mixin private final ResultOptions output = new ResultOptions();

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
    output.check();
    ReadOptions options = reading.toReadOptions(context);
    if (options.pages().isPresent()) {
      throw new CommandFailure(
          ExitCode.USAGE, "Whole papers are measured, by all ways of reading; leave --pages out.");
    }
    ReadResults results =
        new ReadBench(options, output.runs(), context::say).run(Dropped.allFiles(files));
    output.show(results.toJson(), results.toTable(), context.terminal());
    output.save(results.toJson());
    return ExitCode.OK.code();
  }
}
