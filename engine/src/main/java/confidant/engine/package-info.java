/** Opening a checkpoint, asking what it is, and closing it. */
@NullMarked
package confidant.engine;

import org.jspecify.annotations.NullMarked;
