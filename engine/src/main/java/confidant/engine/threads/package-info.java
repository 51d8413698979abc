/** The engine's worker threads. */
@NullMarked
package confidant.engine.threads;

import org.jspecify.annotations.NullMarked;
