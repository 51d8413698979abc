package confidant.app.chat;

import confidant.engine.chat.Cancellation;
import confidant.engine.chat.GenerationParams;
import java.time.LocalDate;

/**
 * A question on its way to an answer.
 *
 * @param before what was said before
 * @param today the day that the model is told
 * @param cost of its passes so far
 */
record Asked(
    Conversation before,
    Question question,
    GenerationParams params,
    Cancellation cancellation,
    AnswerListener listener,
    LocalDate today,
    Cost cost) {}
