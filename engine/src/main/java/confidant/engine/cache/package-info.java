/** Keys and values of earlier positions. */
@NullMarked
package confidant.engine.cache;

import org.jspecify.annotations.NullMarked;
