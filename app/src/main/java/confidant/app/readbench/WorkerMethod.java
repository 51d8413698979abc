package confidant.app.readbench;

import confidant.ingest.ReadOptions;
import confidant.ingest.ReadProgress;
import confidant.ingest.ReadResult;
import confidant.ingest.worker.WorkerReader;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Reading in the process that this program reads in, from the question to the whole answer. */
final class WorkerMethod implements Method {

  /** The name of the PDF library's own text extraction. */
  static final String LIBRARY = "PDFBox";

  private final WorkerReader reader = new WorkerReader();
  private final String name;
  private final Predicate<PaperKind> taken;
  private final Reading reading;

  private WorkerMethod(String name, Predicate<PaperKind> taken, Reading reading) {
    this.name = name;
    this.taken = taken;
    this.reading = reading;
  }

  /** What the process is asked for. */
  @FunctionalInterface
  private interface Reading {
    ReadResult read(WorkerReader reader, Path file);
  }

  /** This program's reading. */
  static WorkerMethod own(ReadOptions options) {
    return new WorkerMethod(
        "Confidant",
        kind -> true,
        (reader, file) -> reader.read(file, options, ReadProgress.none()));
  }

  /** The PDF library's own text extraction. */
  static WorkerMethod library(ReadOptions options) {
    return new WorkerMethod(
        LIBRARY,
        PaperKind::isPdf,
        (reader, file) -> reader.readPlainly(file, options, ReadProgress.none()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean takes(PaperKind kind) {
    return taken.test(kind);
  }

  @Override
  public boolean read(Path file) {
    return result(file) instanceof ReadResult.Read;
  }

  ReadResult result(Path file) {
    return reading.read(reader, file);
  }

  @Override
  public OptionalLong peakBytes() {
    return reader.peakBytes();
  }

  @Override
  public void close() {
    reader.close();
  }
}
