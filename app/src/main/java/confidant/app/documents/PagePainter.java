package confidant.app.documents;

import confidant.ingest.ReadProgress;
import confidant.ingest.worker.PageOrder;
import java.util.Optional;

/** Paints pages; a {@link confidant.ingest.worker.WorkerReader} does. */
@FunctionalInterface
public interface PagePainter {

  /**
   * Paints a page. Blocks until it is done.
   *
   * @param progress asked whether to go on
   * @return a picture in the format PNG; empty if it could not be painted
   */
  Optional<byte[]> paint(PageOrder order, ReadProgress progress);
}
