/** From logits to the next token. */
@NullMarked
package confidant.engine.sampling;

import org.jspecify.annotations.NullMarked;
