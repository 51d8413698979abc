/** A program that drags files as a file manager would. */
@NullMarked
package confidant.ui.xdnd;

import org.jspecify.annotations.NullMarked;
