/** Colours and shapes. */
@NullMarked
package confidant.ui.theme;

import org.jspecify.annotations.NullMarked;
