/** The forward pass of gpt-oss. */
@NullMarked
package confidant.engine.model;

import org.jspecify.annotations.NullMarked;
