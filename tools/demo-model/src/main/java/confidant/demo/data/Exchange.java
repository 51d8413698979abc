package confidant.demo.data;

/**
 * A question and what the model ought to write.
 *
 * @param summary whether a summary is asked for, in the words of the program
 * @param question in the words of a person
 * @param analysis the reasoning
 * @param answer for the person
 */
record Exchange(boolean summary, String question, Passage analysis, Passage answer) {}
