package confidant.app.wiring;

import confidant.app.documents.Dropped;
import confidant.app.documents.IngestQueue;
import confidant.app.documents.PageGallery;
import confidant.app.documents.Paper;
import confidant.app.documents.PaperNotices;
import confidant.app.documents.SamplePapers;
import confidant.app.figures.FigureFinder;
import confidant.app.models.ModelService;
import confidant.app.models.SharedModel;
import confidant.app.storage.DiskFull;
import confidant.app.storage.FailureLog;
import confidant.engine.api.EngineException;
import confidant.engine.tokenizer.Tokenizer;
import confidant.engine.tokenizer.Tokenizers;
import confidant.ingest.ReadOptions;
import confidant.ingest.document.DocumentKind;
import confidant.ingest.prompt.PackResult;
import confidant.ingest.prompt.PromptPacker;
import confidant.ui.port.DocumentEvent;
import confidant.ui.port.DocumentPort;
import confidant.ui.port.PaperKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Reads papers for the window and counts their tokens. */
final class DocumentAdapter implements DocumentPort {
  private final IngestQueue queue;
  private final ModelService models;
  private final SamplePapers samples;
  private final FailureLog failures;
  private final PageGallery gallery;
  private final FigureFinder figures;

  /** Papers that wait for their password. */
  private final Map<String, Locked> locked = new ConcurrentHashMap<>();

  private record Locked(Path file, Consumer<DocumentEvent> listener) {}

  DocumentAdapter(
      IngestQueue queue,
      ModelService models,
      SamplePapers samples,
      PageGallery gallery,
      FigureFinder figures,
      FailureLog failures) {
    this.queue = queue;
    this.models = models;
    this.samples = samples;
    this.gallery = gallery;
    this.figures = figures;
    this.failures = failures;
  }

  @Override
  public void add(List<Path> files, Consumer<DocumentEvent> listener) {
    for (Path file : Dropped.files(files)) {
      String id = queue.newId();
      listener.accept(new DocumentEvent.Queued(id, String.valueOf(file.getFileName())));
      queue.add(id, file, new Translator(id, file, "", listener));
    }
  }

  @Override
  public void addSample(PaperKind kind, Consumer<DocumentEvent> listener) {
    String id = queue.newId();
    DocumentKind sort = PaperKinds.toReader(kind);
    Locale language = Locale.getDefault();
    listener.accept(new DocumentEvent.Queued(id, SamplePapers.name(sort, language)));
    Thread.ofPlatform()
        .daemon()
        .name("sample-paper")
        .start(
            () -> {
              try {
                Path file = samples.file(sort, language);
                queue.add(id, file, new Translator(id, file, "", listener));
              } catch (IOException e) {
                listener.accept(
                    new DocumentEvent.Failed(
                        id,
                        "The sample could not be written into the cache folder: %s; make room or mend that and try again."
                            .formatted(DiskFull.reason(e))));
              } catch (RuntimeException e) {
                listener.accept(new DocumentEvent.Failed(id, failures.sentence(e)));
              }
            });
  }

  @Override
  public void unlock(String documentId, String password) {
    Locked paper = locked.remove(documentId);
    if (paper != null) {
      ReadOptions options = new ReadOptions(Optional.of(password), Optional.empty());
      queue.add(
          documentId,
          paper.file(),
          options,
          new Translator(documentId, paper.file(), password, paper.listener()));
    }
  }

  @Override
  public void remove(String documentId) {
    locked.remove(documentId);
    queue.remove(documentId);
    gallery.forget(documentId);
    figures.forget(documentId);
  }

  /** Tokens as the model in use counts them; without a model, as gpt-oss does. */
  private int tokens(Paper paper) {
    try {
      Optional<SharedModel> model = models.acquire();
      if (model.isEmpty()) {
        return tokens(paper, Tokenizers.o200kHarmony());
      }
      try {
        return tokens(paper, model.get().engine().tokenizer());
      } finally {
        model.get().release();
      }
    } catch (EngineException e) {
      // The same failure meets whoever asks the model something, and is told there.
      return tokens(paper, Tokenizers.o200kHarmony());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static int tokens(Paper paper, Tokenizer tokenizer) {
    return switch (PromptPacker.pack(
        List.of(paper.forPrompt()), Integer.MAX_VALUE, text -> tokenizer.encode(text).length)) {
      case PackResult.Packed packed -> packed.tokens();
      case PackResult.TooLong tooLong -> tooLong.neededTokens();
    };
  }

  private static List<String> notices(Paper paper) {
    List<String> notices = new ArrayList<>(paper.report().notices());
    notices.addAll(PaperNotices.of(paper));
    return notices;
  }

  private final class Translator implements IngestQueue.Listener {
    private final String id;
    private final Path file;
    private final String password;
    private final Consumer<DocumentEvent> listener;

    /** Of a file that is tried with a password, or with none if that is empty. */
    Translator(String id, Path file, String password, Consumer<DocumentEvent> listener) {
      this.id = id;
      this.file = file;
      this.password = password;
      this.listener = listener;
    }

    @Override
    public void reading(int page, int pages) {
      listener.accept(new DocumentEvent.Reading(id, page, pages));
    }

    @Override
    public void read(Paper paper) {
      gallery.remember(id, file, password);
      if (queue.isForgotten(id)) {
        gallery.forget(id);
      }
      listener.accept(
          new DocumentEvent.Ready(
              id,
              paper.document().name(),
              paper.report().pages(),
              tokens(paper),
              notices(paper),
              PaperKinds.toWindow(paper.findings().kind())));
    }

    @Override
    public void locked(String message) {
      locked.put(id, new Locked(file, listener));
      listener.accept(new DocumentEvent.PasswordNeeded(id, message));
    }

    @Override
    public void failed(String message, String code) {
      listener.accept(new DocumentEvent.Failed(id, message, code));
    }
  }
}
