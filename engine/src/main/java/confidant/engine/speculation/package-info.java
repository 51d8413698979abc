/** Guessing the next tokens from the tokens already seen, so that one pass can check several. */
@NullMarked
package confidant.engine.speculation;

import org.jspecify.annotations.NullMarked;
