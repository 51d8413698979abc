/** From checkpoint files of any layout to a configuration and bound weights. */
@NullMarked
package confidant.engine.loading;

import org.jspecify.annotations.NullMarked;
