package confidant.demo.data;

/** What a token of a lesson is. */
public enum Mark {
  /** Instructions and questions; not to be learnt. */
  GIVEN(0),
  /** The paper; learnt a little, which helps copying to form. */
  PAPER(1),
  /** The answer, its reasoning included. */
  ANSWER(2),
  /** A figure, date or name in the answer that stands in the paper. */
  FIGURE(3);

  private static final Mark[] BY_CODE = {GIVEN, PAPER, ANSWER, FIGURE};

  private final int code;

  Mark(int code) {
    this.code = code;
  }

  /** How it is written in files. */
  int code() {
    return code;
  }

  /** The mark of a code. */
  static Mark of(int code) {
    return BY_CODE[code];
  }

  /** Whether the model is to write it. */
  public boolean isAnswer() {
    return this == ANSWER || this == FIGURE;
  }
}
