/** Templates: how content is arranged on a paper, and how that looks. */
@NullMarked
package confidant.samples.layout;

import org.jspecify.annotations.NullMarked;
