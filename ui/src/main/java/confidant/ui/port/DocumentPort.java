package confidant.ui.port;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Papers: reading and forgetting them. */
public interface DocumentPort {

  /**
   * Reads {@code files} in the background, one after the other. Every file ends with one {@link
   * DocumentEvent.Ready}, {@link DocumentEvent.Failed} or {@link DocumentEvent.PasswordNeeded}.
   */
  void add(List<Path> files, Consumer<DocumentEvent> listener);

  /**
   * Reads the paper of that kind that the program brings along to be tried with, in the person's
   * language; told as {@link #add} is. There are payslips, bank statements, lab reports and medical
   * letters.
   */
  void addSample(PaperKind kind, Consumer<DocumentEvent> listener);

  /**
   * Reads a paper that asked for a password once more; its listener is told as before. The password
   * is kept in memory, to show the paper's pages, until the paper is removed.
   */
  void unlock(String documentId, String password);

  /** Forgets a paper; if it is still being read, stops that. */
  void remove(String documentId);
}
