/** Constructors put the program together; adapters fit it to the window's ports. */
@NullMarked
package confidant.app.wiring;

import org.jspecify.annotations.NullMarked;
