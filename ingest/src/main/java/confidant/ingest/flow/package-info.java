/**
 * Sources without pages as events, and from those to pages; the packages below read one family of
 * formats each.
 */
@NullMarked
package confidant.ingest.flow;

import org.jspecify.annotations.NullMarked;
