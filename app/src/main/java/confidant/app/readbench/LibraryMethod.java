package confidant.app.readbench;

import confidant.ingest.ReadOptions;
import confidant.ingest.ReadProgress;
import confidant.ingest.ReadResult;
import confidant.ingest.worker.WorkerReader;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The PDF library's own text extraction, in a reading process like ours. */
final class LibraryMethod implements Method {
  static final String NAME = "PDFBox";
  private final WorkerReader reader = new WorkerReader();
  private final ReadOptions options;

  LibraryMethod(ReadOptions options) {
    this.options = options;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean takes(PaperKind kind) {
    return kind.isPdf();
  }

  @Override
  public boolean read(Path file) {
    return reader.readPlainly(file, options, ReadProgress.none()) instanceof ReadResult.Read;
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
