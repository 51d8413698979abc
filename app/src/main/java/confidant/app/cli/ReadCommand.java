package confidant.app.cli;

import confidant.app.documents.Paper;
import confidant.ingest.document.MarkdownWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "read",
    description = "Show what was understood of papers, as Markdown with page anchors.",
    mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {
  private final CommandContext context;
  @Mixin private final ReadingOptions reading = new ReadingOptions();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Papers, such as PDF files.")
  private List<Path> files = List.of();

  ReadCommand(CommandContext context) {
    this.context = context;
  }

  /** Shows all that can be read; the first failure decides the exit code. */
  @Override
  public Integer call() throws CommandFailure {
    PaperReader reader = new PaperReader(context);
    ExitCode exitCode = ExitCode.OK;
    for (Path file : files) {
      try {
        show(reader, file);
      } catch (CommandFailure e) {
        if (e.exitCode() == ExitCode.OUTPUT_CLOSED || e.exitCode() == ExitCode.INTERRUPTED) {
          throw e;
        }
        context.say(e.getMessage());
        exitCode = exitCode == ExitCode.OK ? e.exitCode() : exitCode;
      }
    }
    return exitCode.code();
  }

  private void show(PaperReader reader, Path file) throws CommandFailure {
    Terminal terminal = context.terminal();
    ProgressLine progress = new ProgressLine(terminal);
    Paper paper =
        reader.read(
            file.toString(),
            file,
            reading.toReadOptions(),
            (name, page, pages) ->
                progress.show("Reading %s: page %d of %d".formatted(name, page, pages)));
    progress.clear();
    if (files.size() > 1) {
      terminal.out().println("<!-- file " + paper.document().name().replace("--", "- -") + " -->");
    }
    terminal.out().print(MarkdownWriter.write(paper.document()));
    terminal.out().flush();
    terminal.checkOutput();
    paper.report().notices().forEach(context::say);
  }
}
