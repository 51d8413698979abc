package confidant.ingest;

import java.nio.file.Path;

/** Reads files into documents, in this process or in another. */
@FunctionalInterface
public interface DocumentSource {

  /**
   * Reads {@code file}. Never throws for bad input: what cannot be read is {@link
   * ReadResult.Refused}.
   *
   * @param progress told page by page, asked for cancellation between pages
   */
  ReadResult read(Path file, ReadOptions options, ReadProgress progress);
}
