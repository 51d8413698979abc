/** Reading files. */
@NullMarked
package confidant.ingest;

import org.jspecify.annotations.NullMarked;
