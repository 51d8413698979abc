package confidant.app.readbench;

import confidant.ingest.ReadOptions;
import confidant.ingest.ReadProgress;
import confidant.ingest.ReadResult;
import confidant.ingest.worker.WorkerReader;
import java.nio.file.Path;
import java.util.OptionalLong;

/** This program's reading: from the question to the whole document, through the pipe. */
final class OwnMethod implements Method {
  static final String NAME = "Confidant";
  private final WorkerReader reader = new WorkerReader();
  private final ReadOptions options;

  OwnMethod(ReadOptions options) {
    this.options = options;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean takes(PaperKind kind) {
    return true;
  }

  @Override
  public boolean read(Path file) {
    return result(file) instanceof ReadResult.Read;
  }

  ReadResult result(Path file) {
    return reader.read(file, options, ReadProgress.none());
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
