/** The model in use. */
@NullMarked
package confidant.ui.models;

import org.jspecify.annotations.NullMarked;
