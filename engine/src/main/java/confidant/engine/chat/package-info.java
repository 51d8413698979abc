/** Conversations with an open model: messages in, typed events out. */
@NullMarked
package confidant.engine.chat;

import org.jspecify.annotations.NullMarked;
