/** What the checkpoint formats share: mapped files and the tensors found in them. */
@NullMarked
package confidant.engine.format;

import org.jspecify.annotations.NullMarked;
