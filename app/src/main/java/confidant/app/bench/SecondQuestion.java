package confidant.app.bench;

/**
 * The first token of a second question on the same papers, after a first question and its answer.
 * An engine that cannot go back to the end of the papers has to read them again.
 *
 * @param depth tokens of the papers
 * @param question tokens of each question
 */
record SecondQuestion(int depth, int question) implements Probe {
  private static final int FIRST_ANSWER = 8;
  private static final double NANOS_PER_SECOND = 1e9;

  @Override
  public String name() {
    return "second question of %d on a paper of %d".formatted(question, depth);
  }

  @Override
  public Unit unit() {
    return Unit.SECONDS;
  }

  @Override
  public int added() {
    return question + FIRST_ANSWER;
  }

  @Override
  public double measure(Climb at) throws BenchException {
    Contestant contestant = at.contestant();
    int asked = depth + question;
    contestant.read(at.tokens().range(depth, asked));
    contestant.write(at.tokens().range(asked, asked + FIRST_ANSWER));
    long start = System.nanoTime();
    at.moveTo(depth);
    contestant.read(at.tokens().other().range(depth, asked));
    return (System.nanoTime() - start) / NANOS_PER_SECOND;
  }
}
