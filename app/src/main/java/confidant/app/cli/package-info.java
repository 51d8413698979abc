/** The command line; the only room that writes to stdout. */
@NullMarked
package confidant.app.cli;

import org.jspecify.annotations.NullMarked;
