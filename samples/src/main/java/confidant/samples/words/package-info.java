/** Wordings, and the ways in which numbers, signs, dates and currencies are written. */
@NullMarked
package confidant.samples.words;

import org.jspecify.annotations.NullMarked;
