package confidant.ingest.worker;

import confidant.ingest.ReadProgress;
import confidant.ingest.ReadResult;
import confidant.ingest.worker.WorkerEndedException.How;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reading process, as the program sees it. Not thread-safe: it reads one file at a time. */
final class WorkerProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);

  private static final Set<String> OPTIONS_OF_JAVA =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

  private static final List<String> FOLDERS_OF_NATIVE_CODE = List.of("TMPDIR", "TMP", "TEMP");

  /** How long a cancelled reading goes on at most. */
  private static final long POLL_MILLIS = 50;

  private static final long FAREWELL_SECONDS = 20;

  /** With which Java ends when its heap is full. */
  private static final int OUT_OF_MEMORY = 3;

  private final Process process;
  private final Path temporary;
  private final Duration patience;
  private final BlockingQueue<Optional<Message>> messages = new LinkedBlockingQueue<>();
  private boolean ready;
  private boolean busy;

  /**
   * Starts a process; it says itself when it is ready.
   *
   * @param command up to the argument that names the folder for temporary files
   * @param patience how long it may say nothing before it is given up
   * @throws IOException if it cannot be started
   */
  static WorkerProcess start(List<String> command, Duration patience) throws IOException {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    TemporaryFolder.sweep(parent);
    Path temporary = TemporaryFolder.create(parent);
    List<String> line = new ArrayList<>(command);
    line.add(temporary.toString());
    try {
      ProcessBuilder builder =
          new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
      // What they say was meant for this process, which has its own memory and archive.
      builder.environment().keySet().removeAll(OPTIONS_OF_JAVA);
      // Native code takes one core, and leaves the others to the model.
      builder.environment().put("OMP_THREAD_LIMIT", "1");
      // Where it keeps files while it decodes, as on Windows, they are private, too.
      for (String folder : FOLDERS_OF_NATIVE_CODE) {
        builder.environment().put(folder, temporary.toString());
      }
      Process process = builder.start();
      return new WorkerProcess(process, temporary, patience);
    } catch (IOException e) {
      TemporaryFolder.delete(temporary);
      throw e;
    }
  }

  private WorkerProcess(Process process, Path temporary, Duration patience) {
    this.process = process;
    this.temporary = temporary;
    this.patience = patience;
    Thread.ofPlatform().daemon().name("paper-worker-messages").start(this::listen);
  }

  private void listen() {
    try (InputStream in = process.getInputStream()) {
      Frames.Reader reader = Frames.reader(in);
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        messages.add(next);
      }
    } catch (IOException e) {
      LOG.debug("The reading process said something else than messages", e);
      process.destroyForcibly();
    }
    messages.add(Optional.empty());
  }

  /**
   * Has a file read.
   *
   * @param drawings takes the pages if they are drawn
   * @throws WorkerEndedException if it does not come to that; the process is to be closed then
   */
  ReadResult read(Message.Read request, ReadProgress progress, Drawings drawings)
      throws WorkerEndedException {
    send(request, progress);
    while (true) {
      switch (next(progress, How.TOO_SLOW)) {
        case Message.Page(int page, int pages) -> progress.page(page, pages);
        case Message.Drawing(int page, byte[] png) -> drawings.page(page, png);
        case Message.Done(ReadResult result) -> {
          busy = false;
          return result;
        }
        case Message.Ready _, Message.Read _, Message.Paint _, Message.Painted _ ->
            throw new WorkerEndedException(How.DIED);
      }
    }
  }

  /**
   * Has a page painted.
   *
   * @return a picture in the format PNG; no bytes if it could not be painted
   * @throws WorkerEndedException if it does not come to that; the process is to be closed then
   */
  byte[] paint(Message.Paint request, ReadProgress progress) throws WorkerEndedException {
    send(request, progress);
    if (next(progress, How.TOO_SLOW) instanceof Message.Painted(byte[] png)) {
      busy = false;
      return png;
    }
    throw new WorkerEndedException(How.DIED);
  }

  private void send(Message request, ReadProgress progress) throws WorkerEndedException {
    if (!ready) {
      Message first = next(progress, How.NOT_STARTED);
      if (!(first instanceof Message.Ready(int version)) || version != Message.VERSION) {
        throw new WorkerEndedException(How.NOT_STARTED);
      }
      ready = true;
    }
    busy = true;
    try {
      Frames.write(process.getOutputStream(), request);
    } catch (IOException e) {
      LOG.debug("The reading process does not listen", e);
      throw new WorkerEndedException(How.NOT_STARTED);
    }
  }

  /**
   * Waits for a message.
   *
   * @param silence what it means if none comes
   */
  private Message next(ReadProgress progress, How silence) throws WorkerEndedException {
    long start = System.nanoTime();
    while (true) {
      Optional<Message> message;
      try {
        message = messages.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new WorkerEndedException(How.CANCELLED);
      }
      if (progress.isCancelled()) {
        throw new WorkerEndedException(How.CANCELLED);
      }
      if (message != null) {
        return message.orElseThrow(() -> new WorkerEndedException(ready ? ending() : silence));
      }
      if (System.nanoTime() - start > patience.toNanos()) {
        throw new WorkerEndedException(silence);
      }
    }
  }

  /** Most memory that the process ever held; empty where the system does not say. */
  OptionalLong peakBytes() {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      return Files.exists(status)
          ? Files.readAllLines(status).stream()
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
              .findFirst()
          : OptionalLong.empty();
    } catch (IOException e) {
      LOG.debug("The memory of the reading process is not known", e);
      return OptionalLong.empty();
    }
  }

  /** How a process that was at work came to its end. */
  private How ending() {
    try {
      boolean ended = process.waitFor(1, TimeUnit.SECONDS);
      return ended && process.exitValue() == OUT_OF_MEMORY ? How.OUT_OF_MEMORY : How.DIED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return How.CANCELLED;
    }
  }

  /** Ends the process, at once if it is at work, and removes its temporary files. Idempotent. */
  @Override
  public void close() {
    boolean interrupted = false;
    try {
      // An idle one ends with its input, and may have an archive of classes to write.
      process.getOutputStream().close();
      if (busy || !ready || !process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      interrupted = true;
    }
    process.onExit().join();
    TemporaryFolder.delete(temporary);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
