package confidant.ingest;

import java.util.Optional;

/**
 * How to read a file.
 *
 * @param password opens an encrypted file
 * @param pages pages to read; all if empty
 */
public record ReadOptions(Optional<String> password, Optional<PageRange> pages) {

  public static ReadOptions defaults() {
    return new ReadOptions(Optional.empty(), Optional.empty());
  }
}
