/** Chance from a seed. */
@NullMarked
package confidant.samples.chance;

import org.jspecify.annotations.NullMarked;
