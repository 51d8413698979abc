/** A paper as it looks: its pages, its words, and the places that an answer speaks of. */
@NullMarked
package confidant.ui.paper;

import org.jspecify.annotations.NullMarked;
