package confidant.ui.port;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Papers: reading and forgetting them. */
public interface DocumentPort {

  /**
   * Reads {@code files} in the background, one after the other. Every file ends with one {@link
   * DocumentEvent.Ready} or {@link DocumentEvent.Failed}.
   */
  void add(List<Path> files, Consumer<DocumentEvent> listener);

  /** Forgets a paper; if it is still being read, stops that. */
  void remove(String documentId);
}
