package confidant.demo.data;

/** What a token of a lesson is. */
public enum Mark {
  /** Instructions and questions; not to be learnt. */
  GIVEN,
  /** The paper; learnt a little, which helps copying to form. */
  PAPER,
  /** The answer, its reasoning included. */
  ANSWER,
  /** A figure, date or name in the answer that stands in the paper. */
  FIGURE;

  private static final Mark[] ALL = values();

  static Mark of(int code) {
    return ALL[code];
  }
}
