/** What the tests of several rooms share. */
@NullMarked
package confidant.engine.testing;

import org.jspecify.annotations.NullMarked;
