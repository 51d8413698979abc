/** Pages as pictures with what was understood of them drawn over. */
@NullMarked
package confidant.ingest.overlay;

import org.jspecify.annotations.NullMarked;
