/** What the program remembers between two starts. */
@NullMarked
package confidant.app.settings;

import org.jspecify.annotations.NullMarked;
