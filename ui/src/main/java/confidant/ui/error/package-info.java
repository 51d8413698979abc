/** What is told of a failure to somebody who helps: never a word of a paper. */
@NullMarked
package confidant.ui.error;

import org.jspecify.annotations.NullMarked;
