/** Figures of answers looked up in the papers they are about. */
@NullMarked
package confidant.app.figures;

import org.jspecify.annotations.NullMarked;
