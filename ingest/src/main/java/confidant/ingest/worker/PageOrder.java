package confidant.ingest.worker;

import confidant.ingest.document.Page;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A page to be painted as a person sees it.
 *
 * @param file from which it was read; if empty, its text is set on white
 * @param password that opens the file
 * @param mediaType what was found in the file
 * @param page as it was understood, which tells how it was turned
 * @param dotsPerPoint fewer if the picture would become too large
 */
public record PageOrder(
    Optional<Path> file,
    Optional<String> password,
    String mediaType,
    Page page,
    double dotsPerPoint) {

  /** A password belongs into no message of an error. */
  @Override
  public String toString() {
    return "PageOrder[page=" + page.number() + "]";
  }

  Message.Paint toMessage() {
    return new Message.Paint(
        file.map(path -> path.toAbsolutePath().toString()).orElse(""),
        password,
        mediaType,
        page,
        dotsPerPoint);
  }
}
