package confidant.app.documents;

import confidant.app.storage.FailureLog;
import confidant.ingest.DocumentSource;
import confidant.ingest.ReadOptions;
import confidant.ingest.ReadProgress;
import confidant.ingest.ReadResult;
import confidant.ingest.fields.FieldReader;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Reads files in the background, one after the other, into a {@link DocumentLibrary}. */
public final class IngestQueue implements AutoCloseable {

  /** Told what becomes of one file, on the reading thread. */
  public interface Listener {
    void reading(int page, int pages);

    void read(Paper paper);

    /** It is protected. {@code message} is a sentence about a password tried; empty if none was. */
    void locked(String message);

    /**
     * It was not read.
     *
     * @param message one sentence for the person
     * @param code stable name of what went wrong, such as E-PAPER-DAMAGED
     */
    void failed(String message, String code);
  }

  private final DocumentSource reader;
  private final DocumentLibrary library;
  private final FailureLog failures;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("paper-reader").factory());
  private final AtomicLong lastId = new AtomicLong();
  private final Set<String> removed = ConcurrentHashMap.newKeySet();

  // Only seen by the worker, so that loading vocabularies does not delay the window.
  private @Nullable FieldReader fields;

  public IngestQueue(DocumentSource reader, DocumentLibrary library, FailureLog failures) {
    this.reader = reader;
    this.library = library;
    this.failures = failures;
  }

  /** A name for the next paper. */
  public String newId() {
    return "paper-" + lastId.incrementAndGet();
  }

  /** Queues {@code file} under {@code id}; ends with one call of read, locked or failed. */
  public void add(String id, Path file, Listener listener) {
    add(id, file, ReadOptions.defaults(), listener);
  }

  /** As {@link #add(String, Path, Listener)}, with other options. */
  public void add(String id, Path file, ReadOptions options, Listener listener) {
    worker.execute(() -> read(id, file, options, listener));
  }

  /** Forgets a paper; if it is being read, stops that. */
  public void remove(String id) {
    removed.add(id);
    library.remove(id);
  }

  /** Whether a paper was forgotten, perhaps before it was read. */
  public boolean isForgotten(String id) {
    return removed.contains(id);
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }

  private void read(String id, Path file, ReadOptions options, Listener listener) {
    try {
      switch (reader.read(file, options, progress(id, listener))) {
        case ReadResult.Read(var document, var report) -> {
          Paper paper = new Paper(id, document, report, fields().read(document));
          library.add(paper);
          if (removed.contains(id)) {
            library.remove(id);
          }
          listener.read(paper);
        }
        case ReadResult.Refused(var reason, String message) -> {
          if (reason == ReadResult.Reason.ENCRYPTED) {
            listener.locked(options.password().isPresent() ? message : "");
          } else {
            listener.failed(message, "E-PAPER-" + reason.name().replace('_', '-'));
          }
        }
      }
    } catch (RuntimeException | Error e) {
      listener.failed(failures.sentence(e), FailureLog.code(e));
    }
  }

  private FieldReader fields() {
    FieldReader reader = fields == null ? new FieldReader() : fields;
    fields = reader;
    return reader;
  }

  private ReadProgress progress(String id, Listener listener) {
    return new ReadProgress() {
      @Override
      public void page(int page, int pages) {
        listener.reading(page, pages);
      }

      @Override
      public boolean isCancelled() {
        return removed.contains(id);
      }
    };
  }
}
