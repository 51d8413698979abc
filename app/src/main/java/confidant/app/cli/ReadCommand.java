package confidant.app.cli;

import confidant.app.documents.Dropped;
import confidant.app.documents.Paper;
import confidant.ingest.ReadOptions;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "read",
    description = "Show what was understood of papers: pages, tables, figures.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "How well papers are read: docs/reading.md; the fields of json:",
      "docs/howto/read-json.md."
    })
final class ReadCommand implements Callable<Integer> {

  /** What is written into a folder if no format is asked for. */
  private static final List<ReadFormat> USUAL = List.of(ReadFormat.MD, ReadFormat.FIELDS);

  private final CommandContext context;
  @Mixin private final ReadingOptions reading = new ReadingOptions();

  @Option(
      names = "--format",
      paramLabel = "md|json|fields|text",
      description =
          "md: Markdown with page anchors; json: everything, with its places, a line per paper;"
              + " fields: what a paper states and whether its figures agree, as JSON; text: plain,"
              + " with columns side by side.")
  private @Nullable ReadFormat format;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write FILE.md and FILE.fields.json into this folder instead, or only what --format"
              + " says; and STATUS.json, which tells what became of each file.")
  private @Nullable Path out;

  @Option(
      names = "--overlay",
      description =
          "With --out: draw every page as FILE.page-N.png, with the rows, cells, headings, fields"
              + " and doubtful readings that were found on it.")
  private boolean overlay;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Papers, such as PDF files; a folder stands for the visible files in it.")
  private List<Path> files = List.of();

  ReadCommand(CommandContext context) {
    this.context = context;
  }

  /** Shows all that can be read; the first failure decides the exit code. */
  @Override
  public Integer call() throws CommandFailure {
    if (overlay && out == null) {
      throw new CommandFailure(
          ExitCode.USAGE, "--overlay draws pictures; say with --out into which folder.");
    }
    List<Path> papers = Dropped.allFiles(files);
    ReadOptions options = reading.toReadOptions(context);
    try (PaperReader reader = new PaperReader(context)) {
      if (out == null) {
        return showAll(reader, papers, options).code();
      }
      refuseSameNames(papers);
      return saveAll(reader, papers, options, new OutFolder(out)).code();
    }
  }

  private ExitCode showAll(PaperReader reader, List<Path> papers, ReadOptions options)
      throws CommandFailure {
    ExitCode exitCode = ExitCode.OK;
    for (Path file : papers) {
      try {
        Paper paper = reader.read(file.toString(), file, options);
        show(paper, papers.size() > 1);
        paper.report().notices().forEach(context::say);
      } catch (CommandFailure e) {
        exitCode = firstOf(exitCode, e);
      }
    }
    return exitCode;
  }

  private ExitCode saveAll(
      PaperReader reader, List<Path> papers, ReadOptions options, OutFolder folder)
      throws CommandFailure {
    ReadStatus status = new ReadStatus(folder);
    ExitCode exitCode = ExitCode.OK;
    for (Path file : papers) {
      long start = System.nanoTime();
      try {
        Paper paper =
            overlay ? draw(reader, file, options, folder) : reader.read("", file, options);
        status.add(name(file), true, System.nanoTime() - start, reader.peakBytes());
        for (ReadFormat each : formats()) {
          folder.write(name(file) + each.extension(), each.of(paper));
        }
        paper.report().notices().forEach(context::say);
      } catch (CommandFailure e) {
        exitCode = firstOf(exitCode, e);
        status.add(name(file), false, System.nanoTime() - start, reader.peakBytes());
      }
    }
    status.write();
    return exitCode;
  }

  /** Says why a paper could not be read; the next may be, but not where nothing can be written. */
  private ExitCode firstOf(ExitCode before, CommandFailure failure) throws CommandFailure {
    if (!failure.exitCode().isAboutPaper()) {
      throw failure;
    }
    context.say(failure.getMessage());
    return before == ExitCode.OK ? failure.exitCode() : before;
  }

  private Paper draw(PaperReader reader, Path file, ReadOptions options, OutFolder folder)
      throws CommandFailure {
    PageFiles pages = new PageFiles(folder, name(file));
    Paper paper = reader.draw(file, options, pages);
    pages.check();
    return paper;
  }

  /** An overlay alone is pictures alone. */
  private List<ReadFormat> formats() {
    if (format != null) {
      return List.of(format);
    }
    return overlay ? List.of() : USUAL;
  }

  private void show(Paper paper, boolean oneOfSeveral) throws CommandFailure {
    Terminal terminal = context.terminal();
    ReadFormat shown = format == null ? ReadFormat.MD : format;
    if (oneOfSeveral && shown == ReadFormat.MD) {
      String name = Printable.line(paper.document().name()).replace("--", "- -");
      terminal.out().println("<!-- file " + name + " -->");
    }
    terminal.out().print(shown.of(paper));
    terminal.checkOutput();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** In one folder, papers of one name would overwrite each other. */
  private static void refuseSameNames(List<Path> papers) throws CommandFailure {
    Set<String> names = new HashSet<>();
    for (Path file : papers) {
      if (!names.add(name(file))) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "Two of the papers are called %s; read them into two folders.".formatted(name(file)));
      }
    }
  }
}
