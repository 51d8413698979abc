package confidant.ui.fake;

import confidant.ui.port.DocumentEvent;
import confidant.ui.port.DocumentPort;
import confidant.ui.port.PaperKind;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Remembers files; names the papers d1, d2…; the test sends what follows. */
public final class FakeDocumentPort implements DocumentPort {
  public final List<Path> added = new CopyOnWriteArrayList<>();
  public final List<String> removed = new CopyOnWriteArrayList<>();
  public final List<String> unlocked = new CopyOnWriteArrayList<>();
  private volatile Consumer<DocumentEvent> listener = _ -> {};

  @Override
  public void add(List<Path> files, Consumer<DocumentEvent> listener) {
    this.listener = listener;
    for (Path file : files) {
      added.add(file);
      listener.accept(
          new DocumentEvent.Queued("d" + added.size(), String.valueOf(file.getFileName())));
    }
  }

  @Override
  public void addSample(PaperKind kind, Consumer<DocumentEvent> listener) {
    add(List.of(Path.of(kind + ".pdf")), listener);
  }

  @Override
  public void unlock(String documentId, String password) {
    unlocked.add(documentId + " " + password);
  }

  @Override
  public void remove(String documentId) {
    removed.add(documentId);
  }

  /** Sends events to whoever added files last. */
  public void send(DocumentEvent... events) {
    for (DocumentEvent event : events) {
      listener.accept(event);
    }
  }
}
