/** A small typesetter: pages of placed text, rules and bars, printed as PDF. */
@NullMarked
package confidant.samples.sheet;

import org.jspecify.annotations.NullMarked;
