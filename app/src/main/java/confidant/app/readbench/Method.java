package confidant.app.readbench;

import java.nio.file.Path;
import java.util.OptionalLong;

/** A way to take the text out of a file, in a process of its own. */
interface Method extends AutoCloseable {

  /** In words, for a table. */
  String name();

  /** Whether it reads papers of {@code kind} at all. */
  boolean takes(PaperKind kind);

  /** Takes the text out of {@code file} and waits for it; whether that went well. */
  boolean read(Path file);

  /** Most memory that its process held; empty if that is not known. */
  OptionalLong peakBytes();

  @Override
  void close();
}
