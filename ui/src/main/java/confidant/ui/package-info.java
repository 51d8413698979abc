/** The window. */
@NullMarked
package confidant.ui;

import org.jspecify.annotations.NullMarked;
