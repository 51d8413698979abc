/** Papers in memory: reading them one after the other and forgetting them. */
@NullMarked
package confidant.app.documents;

import org.jspecify.annotations.NullMarked;
