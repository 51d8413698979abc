/** The conversation: questions, answers on their way, and the place to type. */
@NullMarked
package confidant.ui.chat;

import org.jspecify.annotations.NullMarked;
