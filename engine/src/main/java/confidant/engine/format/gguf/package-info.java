/** The GGUF container: header, metadata and tensor directory. */
@NullMarked
package confidant.engine.format.gguf;

import org.jspecify.annotations.NullMarked;
