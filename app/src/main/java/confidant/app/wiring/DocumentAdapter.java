package confidant.app.wiring;

import confidant.app.documents.Dropped;
import confidant.app.documents.IngestQueue;
import confidant.app.documents.Paper;
import confidant.app.documents.PaperNotices;
import confidant.app.models.ModelService;
import confidant.app.models.SharedModel;
import confidant.engine.api.EngineException;
import confidant.engine.tokenizer.Tokenizer;
import confidant.engine.tokenizer.Tokenizers;
import confidant.ingest.ReadOptions;
import confidant.ingest.prompt.PackResult;
import confidant.ingest.prompt.PromptPacker;
import confidant.ui.port.DocumentEvent;
import confidant.ui.port.DocumentPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Reads papers for the window and counts their tokens. */
final class DocumentAdapter implements DocumentPort {
  private final IngestQueue queue;
  private final ModelService models;

  /** Papers that wait for their password. */
  private final Map<String, Locked> locked = new ConcurrentHashMap<>();

  private record Locked(Path file, IngestQueue.Listener listener) {}

  DocumentAdapter(IngestQueue queue, ModelService models) {
    this.queue = queue;
    this.models = models;
  }

  @Override
  public void add(List<Path> files, Consumer<DocumentEvent> listener) {
    for (Path file : Dropped.files(files)) {
      String id = queue.newId();
      listener.accept(new DocumentEvent.Queued(id, String.valueOf(file.getFileName())));
      queue.add(id, file, new Translator(id, file, listener));
    }
  }

  @Override
  public void unlock(String documentId, String password) {
    Locked paper = locked.remove(documentId);
    if (paper != null) {
      ReadOptions options = new ReadOptions(Optional.of(password), Optional.empty());
      queue.add(documentId, paper.file(), options, paper.listener());
    }
  }

  @Override
  public void remove(String documentId) {
    locked.remove(documentId);
    queue.remove(documentId);
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
    private final Consumer<DocumentEvent> listener;

    Translator(String id, Path file, Consumer<DocumentEvent> listener) {
      this.id = id;
      this.file = file;
      this.listener = listener;
    }

    @Override
    public void reading(int page, int pages) {
      listener.accept(new DocumentEvent.Reading(id, page, pages));
    }

    @Override
    public void read(Paper paper) {
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
      locked.put(id, new Locked(file, this));
      listener.accept(new DocumentEvent.PasswordNeeded(id, message));
    }

    @Override
    public void failed(String message, String code) {
      listener.accept(new DocumentEvent.Failed(id, message, code));
    }
  }
}
