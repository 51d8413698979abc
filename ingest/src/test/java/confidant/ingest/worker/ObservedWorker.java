package confidant.ingest.worker;

import confidant.ingest.ReadOptions;
import confidant.ingest.ReadProgress;
import confidant.ingest.ReadResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The reading process, of which a test wants to know how it ended. Not thread-safe. */
public final class ObservedWorker implements AutoCloseable {

  /** The program's own patience, and time for a machine that does other things too. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private @Nullable WorkerProcess process;

  /**
   * Has a file read.
   *
   * @return {@code read}, {@code refused REASON}, {@code process ended: HOW}, {@code hang}, or
   *     {@code UNEXPECTED} where the process had to catch what nobody foresaw
   */
  public String outcome(Path file) throws IOException {
    Message.Read request = new Message.Read(file.toString(), ReadOptions.defaults());
    if (process == null) {
      process = WorkerProcess.start(WorkerCommand.ofThisRuntime(), PATIENCE);
    }
    try {
      ReadResult result = process.read(request, ReadProgress.none(), Drawings.NONE);
      return switch (result) {
        case ReadResult.Read _ -> "read";
        case ReadResult.Refused(var reason, String message) ->
            message.equals(WorkerSentences.failed(file)) ? "UNEXPECTED" : "refused " + reason;
      };
    } catch (WorkerEndedException e) {
      close();
      return e.how() == WorkerEndedException.How.TOO_SLOW ? "hang" : "process ended: " + e.how();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
      process = null;
    }
  }
}
