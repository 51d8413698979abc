/** What the window remembers: effort, light or dark. */
@NullMarked
package confidant.ui.settings;

import org.jspecify.annotations.NullMarked;
