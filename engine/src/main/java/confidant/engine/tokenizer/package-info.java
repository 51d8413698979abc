/**
 * Text to token ids and back, for o200k_harmony and for the vocabularies that checkpoints carry.
 */
@NullMarked
package confidant.engine.tokenizer;

import org.jspecify.annotations.NullMarked;
