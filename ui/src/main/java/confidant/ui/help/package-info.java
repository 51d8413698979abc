/** Help within the window: which keys do what. */
@NullMarked
package confidant.ui.help;

import org.jspecify.annotations.NullMarked;
