/** Tables: by ruling lines where there are some, else by the alignment of their columns. */
@NullMarked
package confidant.ingest.tables;

import org.jspecify.annotations.NullMarked;
