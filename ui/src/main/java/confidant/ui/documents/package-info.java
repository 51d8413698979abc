/** Papers: dropping them, and the chips that show them. */
@NullMarked
package confidant.ui.documents;

import org.jspecify.annotations.NullMarked;
