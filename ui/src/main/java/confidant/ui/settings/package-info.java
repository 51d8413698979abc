/** What the window remembers: effort, light or dark, the share of the cores. */
@NullMarked
package confidant.ui.settings;

import org.jspecify.annotations.NullMarked;
