/** From lessons to weights. */
@NullMarked
package confidant.demo.train;

import org.jspecify.annotations.NullMarked;
