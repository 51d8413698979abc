/**
 * Measures this engine, and another one beside it, as processes that speak the same line protocol.
 */
@NullMarked
package confidant.app.bench;

import org.jspecify.annotations.NullMarked;
