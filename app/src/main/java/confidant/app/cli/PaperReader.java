package confidant.app.cli;

import confidant.app.documents.Paper;
import confidant.ingest.ReadOptions;
import confidant.ingest.ReadProgress;
import confidant.ingest.ReadResult;
import confidant.ingest.fields.FieldReader;
import confidant.ingest.worker.Drawings;
import confidant.ingest.worker.WorkerReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads papers named on the command line. */
final class PaperReader implements AutoCloseable {
  private final WorkerReader reader = new WorkerReader();
  private final FieldReader fields = new FieldReader();
  private final CommandContext context;

  PaperReader(CommandContext context) {
    this.context = context;
  }

  /** Told of every page. */
  @FunctionalInterface
  interface PageListener {
    void page(String file, int page, int pages);
  }

  /** Reads all; the first that cannot be read ends the command. */
  List<Paper> readAll(List<Path> files, ReadOptions options, PageListener listener)
      throws CommandFailure {
    List<Paper> papers = new ArrayList<>();
    for (Path file : files) {
      papers.add(read("paper-" + (papers.size() + 1), file, options, listener));
    }
    return papers;
  }

  /** Reads one file. */
  Paper read(String id, Path file, ReadOptions options, PageListener listener)
      throws CommandFailure {
    refuseNoName(file);
    return paper(id, reader.read(file, options, progress(file, listener)));
  }

  /** Reads one file and shows how far it is. */
  Paper read(String id, Path file, ReadOptions options) throws CommandFailure {
    return shown(listener -> read(id, file, options, listener));
  }

  /** Reads one file and draws its pages, and shows how far it is. */
  Paper draw(Path file, ReadOptions options, Drawings drawings) throws CommandFailure {
    refuseNoName(file);
    return shown(
        listener -> paper("", reader.draw(file, options, progress(file, listener), drawings)));
  }

  /** Most memory that the reading process held so far. */
  OptionalLong peakBytes() {
    return reader.peakBytes();
  }

  /** Reading of one file. */
  @FunctionalInterface
  private interface Reading {
    Paper read(PageListener listener) throws CommandFailure;
  }

  private Paper shown(Reading reading) throws CommandFailure {
    ProgressLine progress = new ProgressLine(context.terminal());
    try {
      return reading.read(
          (name, page, pages) ->
              progress.show("Reading %s: page %d of %d".formatted(name, page, pages)));
    } finally {
      progress.clear();
    }
  }

  private static void refuseNoName(Path file) throws CommandFailure {
    if (file.toString().isEmpty()) {
      throw new CommandFailure(ExitCode.PAPER_NOT_READABLE, "There is no file with an empty name.");
    }
  }

  private Paper paper(String id, ReadResult result) throws CommandFailure {
    return switch (result) {
      case ReadResult.Read(var document, var report) ->
          new Paper(id, document, report, fields.read(document));
      case ReadResult.Refused(var reason, String message) ->
          throw new CommandFailure(
              ExitCode.of(reason),
              reason == ReadResult.Reason.ENCRYPTED ? withOption(message) : message);
    };
  }

  /** Names the option that takes the password. */
  private static String withOption(String message) {
    return message.replaceFirst("\\.$", "") + " (--password=WORD).";
  }

  private ReadProgress progress(Path file, PageListener listener) {
    String name = String.valueOf(file.getFileName());
    return new ReadProgress() {
      @Override
      public void page(int page, int pages) {
        listener.page(name, page, pages);
      }

      @Override
      public boolean isCancelled() {
        return context.interruption().isInterrupted();
      }
    };
  }

  @Override
  public void close() {
    reader.close();
  }
}
