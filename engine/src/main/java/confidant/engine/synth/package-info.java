/** Deterministic random checkpoints in the true layouts. */
@NullMarked
package confidant.engine.synth;

import org.jspecify.annotations.NullMarked;
