/** How documents and results are written as JSON. */
@NullMarked
package confidant.ingest.json;

import org.jspecify.annotations.NullMarked;
