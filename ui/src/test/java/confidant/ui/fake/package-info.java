/** Ports that do what a test tells them. */
@NullMarked
package confidant.ui.fake;

import org.jspecify.annotations.NullMarked;
