package confidant.ingest.flow;

import java.io.IOException;
import java.util.Optional;

/** Reads one format. */
@FunctionalInterface
public interface FlowSource {

  /**
   * Tells {@code sink} what {@code bytes} hold, in reading order.
   *
   * @param password opens an encrypted document
   * @throws LockedException if it is encrypted and the password does not open it
   * @throws IOException if it is damaged; so may any runtime exception of a library tell
   */
  void read(byte[] bytes, Optional<String> password, FlowSink sink) throws IOException;
}
