package confidant.demo.data;

/**
 * A question and what the model ought to write.
 *
 * @param sort what is asked for
 * @param question in the words of a person; a summary is asked for in those of the program
 * @param analysis the reasoning
 * @param answer for the person
 */
public record Exchange(Sort sort, String question, Passage analysis, Passage answer) {

  /** What can be asked for. */
  public enum Sort {
    SUMMARY,
    /** Something that the paper states. */
    STATED,
    /** Something that it does not. */
    ABSENT
  }
}
