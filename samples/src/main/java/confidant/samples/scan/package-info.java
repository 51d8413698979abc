/** Turns printed papers into pictures as scanners and phones make them. */
@NullMarked
package confidant.samples.scan;

import org.jspecify.annotations.NullMarked;
