/** A small JSON reader and writer that keeps property order and the spelling of numbers. */
@NullMarked
package confidant.engine.json;

import org.jspecify.annotations.NullMarked;
