/** What every part of the window uses: the JavaFX thread, words, icons, file dialogs. */
@NullMarked
package confidant.ui.common;

import org.jspecify.annotations.NullMarked;
