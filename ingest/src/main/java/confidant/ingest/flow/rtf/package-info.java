/** Rich text (RTF). */
@NullMarked
package confidant.ingest.flow.rtf;

import org.jspecify.annotations.NullMarked;
