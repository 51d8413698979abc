package confidant.app.cli;

import confidant.app.documents.Paper;
import confidant.ingest.ReadOptions;
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
    try (PaperReader reader = new PaperReader(context)) {
      return readAll(reader).code();
    }
  }

  private ExitCode readAll(PaperReader reader) throws CommandFailure {
    ReadOptions options = reading.toReadOptions(context);
    ExitCode exitCode = ExitCode.OK;
    for (Path file : files) {
      Paper paper;
      try {
        paper = read(reader, file, options);
      } catch (CommandFailure e) {
        if (e.exitCode() == ExitCode.INTERRUPTED) {
          throw e;
        }
        context.say(e.getMessage());
        exitCode = exitCode == ExitCode.OK ? e.exitCode() : exitCode;
        continue;
      }
      show(paper);
    }
    return exitCode;
  }

  private Paper read(PaperReader reader, Path file, ReadOptions options) throws CommandFailure {
    ProgressLine progress = new ProgressLine(context.terminal());
    try {
      return reader.read(
          file.toString(),
          file,
          options,
          (name, page, pages) ->
              progress.show("Reading %s: page %d of %d".formatted(name, page, pages)));
    } finally {
      progress.clear();
    }
  }

  private void show(Paper paper) throws CommandFailure {
    Terminal terminal = context.terminal();
    if (files.size() > 1) {
      String name = Printable.line(paper.document().name()).replace("--", "- -");
      terminal.out().println("<!-- file " + name + " -->");
    }
    terminal.out().print(MarkdownWriter.write(paper.document()));
    terminal.checkOutput();
    paper.report().notices().forEach(context::say);
  }
}
