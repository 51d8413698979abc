package confidant.demo.data;

/**
 * A question and what the model ought to write.
 *
 * @param sort what is asked for
 * @param question in the words of a person; empty for what the program asks in its own
 * @param analysis the reasoning
 * @param answer for the person
 */
public record Exchange(Sort sort, String question, Passage analysis, Passage answer) {

  /** What can be asked for. */
  public enum Sort {
    SUMMARY,
    /** An explanation, which the demo model has no words for. */
    EXPLANATION,
    /** Something that the paper states. */
    STATED,
    /** Something that it does not. */
    ABSENT
  }
}
