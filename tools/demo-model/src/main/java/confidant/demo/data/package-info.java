/** From generated papers to lessons. */
@NullMarked
package confidant.demo.data;

import org.jspecify.annotations.NullMarked;
