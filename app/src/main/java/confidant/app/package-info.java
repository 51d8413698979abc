/** Where the program starts. */
@NullMarked
package confidant.app;

import org.jspecify.annotations.NullMarked;
