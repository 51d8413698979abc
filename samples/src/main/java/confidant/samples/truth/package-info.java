/** What stands on a paper and where, for comparing with what was read. */
@NullMarked
package confidant.samples.truth;

import org.jspecify.annotations.NullMarked;
