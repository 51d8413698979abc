package confidant.app.cli;

import confidant.app.documents.Paper;
import confidant.app.storage.AtomicFile;
import confidant.app.storage.DiskFull;
import confidant.ingest.ReadOptions;
import confidant.ingest.document.Document;
import confidant.ingest.document.MarkdownWriter;
import confidant.ingest.fields.FieldReader;
import confidant.ingest.fields.FieldsWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {
  private final CommandContext context;
  @Mixin private final ReadingOptions reading = new ReadingOptions();

  @Option(
      names = "--format",
      paramLabel = "md|fields",
      description =
          "md: Markdown with page anchors; fields: what a paper states and whether its figures"
              + " agree, as JSON.")
  private @Nullable ReadFormat format;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write FILE.md and FILE.fields.json into this folder instead, or only what --format"
              + " says.")
  private @Nullable Path out;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Papers, such as PDF files.")
  private List<Path> files = List.of();

  ReadCommand(CommandContext context) {
    this.context = context;
  }

  /** Shows all that can be read; the first failure decides the exit code. */
  @Override
  public Integer call() throws CommandFailure {
    refuseSameNames();
    try (PaperReader reader = new PaperReader(context)) {
      return readAll(reader).code();
    }
  }

  private ExitCode readAll(PaperReader reader) throws CommandFailure {
    FieldReader fields = new FieldReader();
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
      if (out == null) {
        show(paper, fields);
      } else {
        save(out, paper, fields);
      }
      paper.report().notices().forEach(context::say);
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

  private void show(Paper paper, FieldReader fields) throws CommandFailure {
    Terminal terminal = context.terminal();
    boolean markdown = format != ReadFormat.FIELDS;
    if (markdown && files.size() > 1) {
      String name = Printable.line(paper.document().name()).replace("--", "- -");
      terminal.out().println("<!-- file " + name + " -->");
    }
    terminal.out().print(text(paper, markdown ? ReadFormat.MD : ReadFormat.FIELDS, fields));
    terminal.checkOutput();
  }

  private void save(Path folder, Paper paper, FieldReader fields) throws CommandFailure {
    for (ReadFormat each : ReadFormat.values()) {
      if (format == null || format == each) {
        Path target = folder.resolve(paper.document().name() + each.extension());
        byte[] bytes = text(paper, each, fields).getBytes(StandardCharsets.UTF_8);
        try {
          AtomicFile.write(target, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
          boolean full = DiskFull.caused(e);
          throw new CommandFailure(
              full ? ExitCode.OUT_OF_SPACE : ExitCode.INPUT_OUTPUT,
              "%s cannot be written (%s); choose a folder with room that you may write to."
                  .formatted(target, DiskFull.reason(e)));
        }
      }
    }
  }

  private static String text(Paper paper, ReadFormat format, FieldReader fields) {
    Document document = paper.document();
    return switch (format) {
      case MD -> MarkdownWriter.write(document);
      case FIELDS -> FieldsWriter.write(document.name(), fields.read(document));
    };
  }

  /** In one folder, papers of one name would overwrite each other. */
  private void refuseSameNames() throws CommandFailure {
    Set<String> names = new HashSet<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      if (out != null && !names.add(name)) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "Two of the papers are called %s; read them into two folders.".formatted(name));
      }
    }
  }
}
