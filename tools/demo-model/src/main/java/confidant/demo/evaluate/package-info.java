/** How well the model does in the program. */
@NullMarked
package confidant.demo.evaluate;

import org.jspecify.annotations.NullMarked;
