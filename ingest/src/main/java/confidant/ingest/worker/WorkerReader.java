package confidant.ingest.worker;

import confidant.ingest.DocumentSource;
import confidant.ingest.ReadOptions;
import confidant.ingest.ReadProgress;
import confidant.ingest.ReadResult;
import confidant.ingest.worker.WorkerEndedException.How;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files in a process of its own, which has little memory, no network and a limit of time, and
 * whose end is a sentence about the file it read. One process is kept warm for the next file; files
 * that are read at the same time get one each. Thread-safe.
 */
public final class WorkerReader implements DocumentSource, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerReader.class);

  /** How long a page may take; a bit longer than the limits of reading itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(18);

  private final List<String> command;
  private final Duration patience;
  private final AtomicReference<@Nullable WorkerProcess> warm = new AtomicReference<>();
  private volatile boolean closed;

  /** Starts processes with the Java and the classes of this one. */
  public WorkerReader() {
    this(WorkerCommand.ofThisRuntime(), PATIENCE);
  }

  /** Starts processes with {@code command}, which may say nothing for {@code patience} at most. */
  WorkerReader(List<String> command, Duration patience) {
    this.command = List.copyOf(command);
    this.patience = patience;
  }

  /** Starts a process now, so that the first file finds one. Returns at once. */
  public void warmUp() {
    Thread.ofPlatform().daemon().name("paper-worker-start").start(this::startWarm);
  }

  private void startWarm() {
    try {
      keep(WorkerProcess.start(command, patience));
    } catch (IOException e) {
      // The first file meets the same failure, and is told.
      LOG.debug("No reading process can be started", e);
    }
  }

  @Override
  public ReadResult read(Path file, ReadOptions options, ReadProgress progress) {
    return read(file, options, Message.Way.UNDERSTAND, progress, Drawings.NONE);
  }

  /**
   * Reads a file and draws its pages with what was understood of them.
   *
   * @param drawings takes the pages, in order, on the calling thread
   */
  public ReadResult draw(Path file, ReadOptions options, ReadProgress progress, Drawings drawings) {
    return read(file, options, Message.Way.DRAW, progress, drawings);
  }

  /** Takes the text of a PDF as the PDF library gives it: a measure for the reading here. */
  public ReadResult readPlainly(Path file, ReadOptions options, ReadProgress progress) {
    return read(file, options, Message.Way.TAKE_TEXT, progress, Drawings.NONE);
  }

  /**
   * Most memory that the process which is kept ever held, in bytes; empty if there is none or the
   * system does not say.
   */
  public OptionalLong peakBytes() {
    WorkerProcess kept = warm.get();
    return kept == null ? OptionalLong.empty() : kept.peakBytes();
  }

  /**
   * Paints a page of a file that was read.
   *
   * @param progress asked whether to go on
   * @return a picture in the format PNG; empty if it could not be painted
   */
  public Optional<byte[]> paint(PageOrder order, ReadProgress progress) {
    try {
      byte[] png = ask(process -> process.paint(order.toMessage(), progress));
      return Optional.of(png).filter(bytes -> bytes.length > 0);
    } catch (WorkerEndedException e) {
      LOG.debug("A page was not painted: {}", e.how());
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("No reading process can be started: {}", e.toString());
      return Optional.empty();
    }
  }

  private ReadResult read(
      Path file, ReadOptions options, Message.Way way, ReadProgress progress, Drawings drawings) {
    Message.Read request = new Message.Read(file.toAbsolutePath().toString(), options, way);
    try {
      return ask(process -> process.read(request, progress, drawings));
    } catch (WorkerEndedException e) {
      return WorkerSentences.ended(e.how(), file);
    } catch (IOException e) {
      LOG.warn("No reading process can be started: {}", e.toString());
      return WorkerSentences.ended(How.NOT_STARTED, file);
    }
  }

  /** What one process is asked for. */
  @FunctionalInterface
  private interface Request<R> {
    R ask(WorkerProcess process) throws WorkerEndedException;
  }

  private <R> R ask(Request<R> request) throws WorkerEndedException, IOException {
    WorkerProcess kept = warm.getAndSet(null);
    if (kept != null) {
      try {
        return ask(kept, request);
      } catch (WorkerEndedException e) {
        if (e.how() != How.NOT_STARTED) {
          throw e;
        }
        // It was ended while it had nothing to do; that is no fault of this file.
      }
    }
    return ask(WorkerProcess.start(command, patience), request);
  }

  private <R> R ask(WorkerProcess process, Request<R> request) throws WorkerEndedException {
    boolean usable = false;
    try {
      R result = request.ask(process);
      usable = true;
      return result;
    } finally {
      if (usable) {
        keep(process);
      } else {
        process.close();
      }
    }
  }

  private void keep(WorkerProcess process) {
    WorkerProcess other = warm.getAndSet(process);
    if (other != null) {
      other.close();
    }
    if (closed) {
      close();
    }
  }

  /** Ends the process that is kept; one at work ends with its file. Idempotent. */
  @Override
  public void close() {
    closed = true;
    WorkerProcess kept = warm.getAndSet(null);
    if (kept != null) {
      kept.close();
    }
  }
}
