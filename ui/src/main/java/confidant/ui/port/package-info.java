/**
 * What the window asks of the rest of the program. No call here blocks; listeners are called on any
 * thread.
 */
@NullMarked
package confidant.ui.port;

import org.jspecify.annotations.NullMarked;
