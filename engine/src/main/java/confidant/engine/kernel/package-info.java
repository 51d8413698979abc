/** Arithmetic on rows of weights, scalar and vectorised behind one interface. */
@NullMarked
package confidant.engine.kernel;

import org.jspecify.annotations.NullMarked;
