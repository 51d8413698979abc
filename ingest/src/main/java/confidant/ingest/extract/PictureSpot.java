package confidant.ingest.extract;

import confidant.ingest.document.BoundingBox;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * A picture drawn on a page.
 *
 * @param box where, in points from the top left corner of the page's visible part, not yet turned
 * @param upright whether it is neither turned, mirrored nor slanted
 * @param stream its pixels, not decoded; none if they stand among the page's operators
 */
record PictureSpot(BoundingBox box, boolean upright, @Nullable COSStream stream) {}
