/** The safetensors container: header, shards and index. */
@NullMarked
package confidant.engine.format.safetensors;

import org.jspecify.annotations.NullMarked;
