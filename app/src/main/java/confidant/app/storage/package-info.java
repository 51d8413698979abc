/** Where the program keeps its few files. Nothing of a paper is ever written. */
@NullMarked
package confidant.app.storage;

import org.jspecify.annotations.NullMarked;
