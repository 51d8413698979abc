/** Pages, blocks and figures, each with its place. */
@NullMarked
package confidant.ingest.document;

import org.jspecify.annotations.NullMarked;
