/** Which model is used, and its loading and swapping in the background. */
@NullMarked
package confidant.app.models;

import org.jspecify.annotations.NullMarked;
