/** What papers say, with amounts that add up. */
@NullMarked
package confidant.samples.content;

import org.jspecify.annotations.NullMarked;
