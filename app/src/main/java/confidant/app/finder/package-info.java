/** Models that lie on this computer already, where other programs keep them. */
@NullMarked
package confidant.app.finder;

import org.jspecify.annotations.NullMarked;
