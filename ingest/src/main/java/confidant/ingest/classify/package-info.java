/** What sort of paper a document is, by its words and its shape. */
@NullMarked
package confidant.ingest.classify;

import org.jspecify.annotations.NullMarked;
