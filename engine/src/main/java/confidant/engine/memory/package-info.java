/**
 * How mapped weights lie in memory: which pages are there, and which to fetch before they are read.
 */
@NullMarked
package confidant.engine.memory;

import org.jspecify.annotations.NullMarked;
