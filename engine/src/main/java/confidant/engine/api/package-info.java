/** What callers and every room of the engine share: failures, and what a checkpoint is. */
@NullMarked
package confidant.engine.api;

import org.jspecify.annotations.NullMarked;
