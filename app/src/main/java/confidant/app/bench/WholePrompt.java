package confidant.app.bench;

/** Speed over all of a prompt of {@code depth} tokens: how cost grows with length. */
record WholePrompt(int depth) implements Probe {
  /** What the names of these figures begin with; the number of tokens follows. */
  static final String PREFIX = "whole prompt of ";

  @Override
  public String name() {
    return PREFIX + depth;
  }

  @Override
  public Unit unit() {
    return Unit.TOKENS_PER_SECOND;
  }

  @Override
  public int added() {
    return 0;
  }

  @Override
  public boolean isRepeatable() {
    return false;
  }

  @Override
  public double measure(Climb at) {
    return depth / at.secondsFromEmpty();
  }
}
