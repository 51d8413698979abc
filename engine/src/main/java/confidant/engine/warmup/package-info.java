/** Getting compiled, and trusted, before the first question. */
@NullMarked
package confidant.engine.warmup;

import org.jspecify.annotations.NullMarked;
