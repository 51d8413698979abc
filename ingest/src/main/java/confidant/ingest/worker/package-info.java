/** A process of its own for reading papers, so that a harmful file can harm nothing else. */
@NullMarked
package confidant.ingest.worker;

import org.jspecify.annotations.NullMarked;
