package confidant.app.figures;

import confidant.ingest.document.BoundingBox;
import java.util.Optional;

/**
 * A place in a paper.
 *
 * @param page counted from 1
 * @param box where on the page, in points; empty for the page as a whole
 */
public record Place(String paperId, int page, Optional<BoundingBox> box) {}
