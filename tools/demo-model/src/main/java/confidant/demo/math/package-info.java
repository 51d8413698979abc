/** Arithmetic of training: matrix products, threads, rounding. */
@NullMarked
package confidant.demo.math;

import org.jspecify.annotations.NullMarked;
