/** Conversations about papers: from a question to the Harmony messages and back. */
@NullMarked
package confidant.app.chat;

import org.jspecify.annotations.NullMarked;
