/** How fast papers are read, by kind, beside other ways to take text out of them. */
@NullMarked
package confidant.app.readbench;

import org.jspecify.annotations.NullMarked;
