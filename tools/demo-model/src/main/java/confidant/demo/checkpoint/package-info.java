/** The network as files. */
@NullMarked
package confidant.demo.checkpoint;

import org.jspecify.annotations.NullMarked;
