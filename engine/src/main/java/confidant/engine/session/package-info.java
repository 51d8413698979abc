/** Prefill, the generation loop and what stops it. */
@NullMarked
package confidant.engine.session;

import org.jspecify.annotations.NullMarked;
