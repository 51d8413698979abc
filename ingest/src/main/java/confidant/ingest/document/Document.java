package confidant.ingest.document;

import java.util.List;

/**
 * A file as it was understood.
 *
 * @param name the file's name, without folders
 * @param mediaType such as {@code application/pdf}, found by content
 * @param pages its pages, in order
 */
public record Document(String name, String mediaType, List<Page> pages) {
  public Document {
    pages = List.copyOf(pages);
  }
}
