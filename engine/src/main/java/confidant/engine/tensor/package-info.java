/** Weights in mapped memory: element types and strided matrices. */
@NullMarked
package confidant.engine.tensor;

import org.jspecify.annotations.NullMarked;
