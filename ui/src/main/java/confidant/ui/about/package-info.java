/** What the program is and what it runs on. */
@NullMarked
package confidant.ui.about;

import org.jspecify.annotations.NullMarked;
