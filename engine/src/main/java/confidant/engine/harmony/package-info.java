/** OpenAI's Harmony format: rendering conversations to tokens and parsing tokens to messages. */
@NullMarked
package confidant.engine.harmony;

import org.jspecify.annotations.NullMarked;
