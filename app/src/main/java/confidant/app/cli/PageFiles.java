package confidant.app.cli;

import confidant.ingest.worker.Drawings;
import org.jspecify.annotations.Nullable;

/** Writes pictures of pages into a folder. */
final class PageFiles implements Drawings {
  private final OutFolder folder;
  private final String paper;
  private @Nullable CommandFailure failure;

  /**
   * Of one paper.
   *
   * @param paper name of its file
   */
  PageFiles(OutFolder folder, String paper) {
    this.folder = folder;
    this.paper = paper;
  }

  @Override
  public void page(int page, byte[] png) {
    if (failure == null) {
      try {
        folder.write("%s.page-%d.png".formatted(paper, page), png);
      } catch (CommandFailure e) {
        failure = e;
      }
    }
  }

  /**
   * Whether all could be written.
   *
   * @throws CommandFailure if not
   */
  void check() throws CommandFailure {
    if (failure != null) {
      throw failure;
    }
  }
}
